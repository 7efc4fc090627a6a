import fc, { type Arbitrary } from 'fast-check';

import type { CancellerOf, DeferredOperation, LinkAction } from '../programs/deferredPrograms.ts';

/** How deeply links can do operations that add links. */
const DEPTH = 2;

const VALUE = fc.nat({ max: 99 });

const CANCELLER: Arbitrary<CancellerOf | null> = fc.constantFrom<(CancellerOf | null)[]>(
  null,
  null,
  ['nothing'],
  ['callback', 7],
  ['errback', 'c'],
  ['raise', 'c'],
);

const text = (prefix: string): Arbitrary<string> => fc.nat({ max: 8 }).map((n) => `${prefix}${n}`);

/** Random programs of the kind `deferred`. */
export const DEFERRED_SCRIPTS: Arbitrary<readonly DeferredOperation[]> = fc
  .array(CANCELLER, { minLength: 2, maxLength: 5, size: 'max' })
  .chain((cancellers) => {
    const ids = cancellers.map((_, index) => `d${index}`);
    const made = cancellers.map((does, index): DeferredOperation => ['new', `d${index}`, does]);
    return fc
      .array(operation(fc.constantFrom(...ids), DEPTH), {
        minLength: 6,
        maxLength: 22,
        size: 'max',
      })
      .map((operations) => nameLinks([...made, ...operations]));
  });

function operation(id: Arbitrary<string>, depth: number): Arbitrary<DeferredOperation> {
  const side = action(id, depth);
  return fc.oneof(
    {
      weight: 62,
      arbitrary: fc.tuple(fc.constant('add'), id, fc.constant(''), side, side),
    },
    { weight: 16, arbitrary: fc.tuple(fc.constant('fire'), id, VALUE) },
    { weight: 6, arbitrary: fc.tuple(fc.constant('fail'), id, text('x')) },
    { weight: 8, arbitrary: fc.tuple(fc.constant('cancel'), id) },
    { weight: 8, arbitrary: fc.tuple(fc.constantFrom('pause', 'unpause'), id) },
  );
}

function action(id: Arbitrary<string>, depth: number): Arbitrary<LinkAction> {
  const simple: { weight: number; arbitrary: Arbitrary<LinkAction> }[] = [
    { weight: 22, arbitrary: fc.tuple(fc.constant('pass')) },
    { weight: 18, arbitrary: fc.tuple(fc.constant('value'), VALUE) },
    { weight: 12, arbitrary: fc.tuple(fc.constant('raise'), text('e')) },
    { weight: 4, arbitrary: fc.tuple(fc.constant('failure'), text('f')) },
    { weight: 26, arbitrary: fc.tuple(fc.constant('return'), id) },
  ];
  if (depth === 0) return fc.oneof(...simple);
  const does = fc.array(operation(id, depth - 1), { minLength: 1, maxLength: 2 });
  return fc.oneof(...simple, { weight: 18, arbitrary: fc.tuple(fc.constant('do'), does) });
}

/** Labels all links in the order in which they stand. */
function nameLinks(operations: readonly DeferredOperation[]): readonly DeferredOperation[] {
  let links = 0;
  const label = (each: DeferredOperation): DeferredOperation => {
    if (each[0] !== 'add') return each;
    links += 1;
    return ['add', each[1], `h${links}`, labelInside(each[3]), labelInside(each[4])];
  };
  const labelInside = (does: LinkAction): LinkAction =>
    does[0] === 'do' ? ['do', does[1].map(label)] : does;
  return operations.map(label);
}
