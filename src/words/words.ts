import { createInstance } from 'i18next';

import ENGLISH_PLURALS from './en.json' with { type: 'json' };

/** A language of the interface. */
export type Language = 'en' | 'zh';

/**
 * An English text that is translated where it is shown: {@link msg} makes one. It is a string, which
 * the type hides, so that it cannot be shown as it is.
 */
export interface Text {
  readonly isText: true;
}

/** What fills the places of a text that are written `{{name}}`. */
export type Values = Readonly<Record<string, string | number>>;

type Names<T extends string> = T extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

type Arguments<T extends string | Text> = string extends T
  ? never
  : T extends string
    ? [Names<T>] extends [never]
      ? []
      : [values: Readonly<Record<Names<T>, string | number>>]
    : [values?: Values];

/** A text with the places to be filled, in turn: texts stand at even places, names at odd ones. */
type Parts = readonly string[];

const i18n = createInstance();
void i18n.init({
  lng: 'en',
  initAsync: false,
  fallbackLng: false,
  // A text is its own key, with whatever points and colons are in it.
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { en: { translation: ENGLISH_PLURALS } },
});

/** What has been looked up in the present language: lists ask for the same texts again and again. */
let known = new Map<string, Parts>();
let plurals = new Intl.PluralRules('en');
let numbers = new Intl.NumberFormat('en');
let lists = new Intl.ListFormat(localeOf('en'));
let choices = new Intl.ListFormat(localeOf('en'), { type: 'disjunction' });
let months = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });
let weekdays = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' });

/**
 * A text in the present language. English texts are their own keys. The places `{{name}}` are filled
 * with values, numbers in the way of the language; `{{count}}` chooses singular or plural.
 */
export function t<const T extends string | Text>(said: T, ...[values]: Arguments<T>): string {
  const text = said as string;
  const given: Values = values ?? {};
  const count = given['count'];
  const form = typeof count === 'number' ? plurals.select(count) : '';
  const key = form === '' ? text : `${form}:${text}`;
  let parts = known.get(key);
  if (parts === undefined) known.set(key, (parts = partsOf(text, count)));
  if (parts.length === 1) return parts[0] ?? text;
  return parts.map((part, at) => (at % 2 === 0 ? part : shown(given[part]))).join('');
}

/** Marks an English text that is translated later, by {@link t}. */
export function msg<const T extends string>(text: string extends T ? never : T): Text {
  return text as unknown as Text;
}

/** A text in English, whatever is spoken: who knows the English name finds a thing by it too. */
export function inEnglish(text: Text): string {
  return text as unknown as string;
}

/** A number as the present language writes it. */
export function formatNumber(number: number): string {
  return numbers.format(number);
}

/** Names in a row, as the present language lists them: `a, b and c`. */
export function listWords(names: readonly string[]): string {
  return lists.format(names);
}

/** Names of which one is meant: `a, b or c`. */
export function oneOf(names: readonly string[]): string {
  return choices.format(names);
}

/** The month of a date in UTC, in short: `Mar`. */
export function monthName(date: Date): string {
  return months.format(date);
}

/** The day of the week of a date in UTC, in short: `Sun`. */
export function weekdayName(date: Date): string {
  return weekdays.format(date);
}

/** The language in which {@link t} speaks. */
export function language(): Language {
  return i18n.language === 'zh' ? 'zh' : 'en';
}

/** Speaks another language from now on, once its texts are there. */
export async function speak(next: Language): Promise<void> {
  if (next === 'zh' && !i18n.hasResourceBundle('zh', 'translation')) {
    const { CHINESE } = await import('./chinese.ts');
    i18n.addResourceBundle('zh', 'translation', CHINESE);
  }
  await i18n.changeLanguage(next);
  known = new Map();
  plurals = new Intl.PluralRules(next);
  numbers = new Intl.NumberFormat(next);
  lists = new Intl.ListFormat(localeOf(next));
  choices = new Intl.ListFormat(localeOf(next), { type: 'disjunction' });
  months = new Intl.DateTimeFormat(next, { month: 'short', timeZone: 'UTC' });
  weekdays = new Intl.DateTimeFormat(next, { weekday: 'short', timeZone: 'UTC' });
}

/** The language that a reader of these languages, the best first, reads best. */
export function languageFor(languages: readonly string[]): Language {
  const first = languages.find((one) => /^(en|zh)\b/i.test(one));
  return first !== undefined && /^zh\b/i.test(first) ? 'zh' : 'en';
}

/** Of English the British one: no comma stands before the last name of a list. */
function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : 'zh-CN';
}

function partsOf(text: string, count: string | number | undefined): Parts {
  const options = typeof count === 'number' ? { count } : {};
  return i18n.t(text, { ...options, skipInterpolation: true }).split(/\{\{(\w+)\}\}/);
}

function shown(value: string | number | undefined): string {
  return typeof value === 'number' ? numbers.format(value) : (value ?? '');
}
