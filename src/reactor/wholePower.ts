/** As many leading bits as are needed to round a whole number to a double, one for the rest among them. */
const LEADING_BITS = 64n;

/**
 * `base ** exponent` for a whole exponent from 0 on, rounded once, as C and Python compute it. The
 * operator itself may err in the last digit, and not in all engines alike.
 */
export function wholePower(base: number, exponent: number): number {
  if (!Number.isFinite(base)) return base ** exponent;
  let digits = base;
  let scale = 0;
  for (; !Number.isInteger(digits); scale -= 1) digits *= 2;
  const power = BigInt(digits) ** BigInt(exponent);
  const { leading, dropped } = leadingBits(power < 0n ? -power : power);
  // In two steps: the power of two alone may be too small for a double where the product is not.
  const shift = dropped + scale * exponent;
  const half = Math.trunc(shift / 2);
  const size = Number(leading) * 2 ** half * 2 ** (shift - half);
  return power < 0n ? -size : size;
}

/** A number's first bits, the last of them set where any dropped one was, and how many were dropped. */
function leadingBits(value: bigint): { readonly leading: bigint; readonly dropped: number } {
  const bits = BigInt(value.toString(2).length);
  if (bits <= LEADING_BITS) return { leading: value, dropped: 0 };
  const dropped = bits - LEADING_BITS;
  const leading = value >> dropped;
  const isExact = leading << dropped === value;
  return { leading: isExact ? leading : leading | 1n, dropped: Number(dropped) };
}
