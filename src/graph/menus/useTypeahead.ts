import { useRef } from 'react';

/** For how long letters belong to one word, in milliseconds. */
const PAUSE = 800;

/**
 * Finds choices by the letters that are typed one after the other, as lists of the system do. Gives
 * the index of the first choice from `at` on that begins with them, or null. The same letter again
 * goes to the next choice with it.
 */
export function useTypeahead(): (
  key: string,
  texts: readonly string[],
  at: number,
) => number | null {
  const typed = useRef({ text: '', time: 0 });
  return (key, texts, at) => {
    const { text, time } = typed.current;
    const now = performance.now();
    const isNew = now - time > PAUSE || text === '';
    // A blank by itself presses the choice.
    if (key.length !== 1 || (key === ' ' && isNew)) return null;
    const letter = key.toLowerCase();
    const isSame = isNew || text === letter;
    typed.current = { text: isSame ? letter : text + letter, time: now };
    const start = isSame ? at + 1 : Math.max(at, 0);
    const order = texts.map((_, index) => (start + index) % texts.length);
    const sought = typed.current.text;
    return order.find((index) => texts[index]?.toLowerCase().startsWith(sought) === true) ?? null;
  };
}
