import { expect, test } from 'vitest';

import { linkedBeginning } from '#app/share/linkedBeginning.ts';
import { isScheduleLink, linkOf, scheduleOfLink } from '#app/share/scheduleLink.ts';
import { shareLinks } from '#app/share/shareLinks.ts';
import { EXAMPLES } from '#schedule/examples.ts';
import type { Schedule } from '#schedule/schema.ts';

import { schedule as checked } from '../../support/schedules.ts';

const POLL = EXAMPLES[0].load();

/** A link with any text in the place of a schedule. */
async function linkOfText(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = Buffer.from(await new Response(packed).arrayBuffer());
  return `#schedule=${bytes.toString('base64url')}`;
}

async function messagesOf(link: string): Promise<readonly string[]> {
  const linked = await scheduleOfLink(link);
  return linked.ok ? [] : linked.problems.map(({ message }) => message);
}

test('every example comes out of its link as it went in', async () => {
  const schedules = EXAMPLES.map((example) => example.load());
  const back = await Promise.all(
    schedules.map(async (schedule) => scheduleOfLink(await linkOf(schedule))),
  );
  expect(back).toEqual(schedules.map((schedule) => ({ ok: true, schedule })));
});

test('a link has only the characters that every program leaves as they are', async () => {
  const links = await Promise.all(EXAMPLES.map((example) => linkOf(example.load())));
  for (const link of links) expect(link).toMatch(/^#schedule=[\w-]+$/u);
});

test('words of any language come through', async () => {
  const named: Schedule = { ...checked({ nodes: [] }), name: '轮询 🚀', notes: 'é\u2028ß' };
  expect(await scheduleOfLink(await linkOf(named))).toEqual({ ok: true, schedule: named });
});

test('a link that was cut says so', async () => {
  const link = await linkOf(POLL);
  const cut = [link.slice(0, -40), link.slice(0, 30), '#schedule=', '#schedule=%%%'];
  for (const broken of cut) {
    expect(await messagesOf(broken)).toEqual([
      'the link is not whole: copy it once more, from its beginning to its end',
    ]);
  }
});

test('what is no schedule says what is wrong with it and where', async () => {
  const link = await linkOfText(JSON.stringify({ ...POLL, horizon: 'long' }));
  const linked = await scheduleOfLink(link);
  expect(linked.ok ? [] : linked.problems).toEqual([
    expect.objectContaining({ path: ['horizon'] }),
  ]);
});

test('a small link that holds a lot is refused before the memory is full', async () => {
  const link = await linkOfText(' '.repeat(20_000_000));
  expect(link.length).toBeLessThan(40_000);
  expect(await messagesOf(link)).toEqual([
    'the link is not whole: copy it once more, from its beginning to its end',
  ]);
});

test('only an address with a schedule is a link', () => {
  expect(['', '#', '#lesson', '#schedule=x'].map(isScheduleLink)).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test('the ways to share differ in how the page is shown', async () => {
  const named = { ...POLL, name: 'a "poll" & more' };
  const hash = await linkOf(named);
  expect(await shareLinks(named, 'https://studio.example/')).toEqual({
    edit: `https://studio.example/${hash}`,
    present: `https://studio.example/?present${hash}`,
    embed: `<iframe src="https://studio.example/?embed${hash}" title="a &quot;poll&quot; &amp; more" width="100%" height="560" loading="lazy"></iframe>`,
  });
});

test('a page begins with the schedule of its link, or says why not', async () => {
  expect([
    await linkedBeginning(''),
    await linkedBeginning(await linkOf(POLL)),
    await linkedBeginning('#schedule=x'),
  ]).toEqual([
    {},
    { schedule: POLL },
    {
      told: 'The link was not opened: the link is not whole: copy it once more, from its beginning to its end. An example is shown.',
    },
  ]);
});
