import type { Seconds } from '#base/units.ts';
import type { InstanceRef } from '#trace/traceColumns.ts';
import { NO_LINK } from '#trace/traceHeader.ts';
import type { Trace } from '#trace/traceTable.ts';
import { NONE, type TraceValue } from '#trace/traceValue.ts';

import { callsOwnInChain, chainEvents } from './instanceChain.ts';

/** The rail that a value is on: failures on the errback's. */
export type Rail = 'callback' | 'errback';

/** How a link stands to the value of its chain. */
export type LinkState =
  /** The value has not come to it. */
  | 'ahead'
  /** Its function is at work. */
  | 'running'
  /** Its function has returned a Deferred that has no result yet. */
  | 'waiting'
  /** Its function was called, and has given the next value. */
  | 'ran'
  /** It has nothing on the value's rail: the value went by. */
  | 'passed';

/** A link of a chain with what has come of it. */
export interface LinkRecord {
  /** Its index; {@link NO_LINK}: what a deferLater calls, before all links. */
  readonly index: number;
  readonly callback: string | null;
  readonly errback: string | null;
  /** The limit where it is a timeout, in virtual seconds; else null. */
  readonly timeout: Seconds | null;
  readonly state: LinkState;
  /** The rail on which the value came to it; null: it has not come. */
  readonly cameOn: Rail | null;
  /** What came to it; null where it has not come. */
  readonly input: TraceValue | null;
  /** What went on from it; null where nothing has yet. */
  readonly output: TraceValue | null;
  /** The last event of it, to go to; null where there is none. */
  readonly sequence: number | null;
}

/** A chain after some event of its run. */
export interface ChainPicture {
  readonly of: InstanceRef;
  readonly links: readonly LinkRecord[];
  /** Whether it has had its first result. */
  readonly called: boolean;
  /** Its first result, and when; null before. */
  readonly first: { readonly value: TraceValue; readonly sequence: number } | null;
  /** Its result now; null: it has none yet, or waits. */
  readonly result: TraceValue | null;
  /** How many of `links` the value has behind it. */
  readonly place: number;
  /** The Deferred that it waits for. */
  readonly waitsOn: InstanceRef | null;
  readonly pauses: number;
  readonly cancelled: boolean;
  /** Its result went to a Deferred that waited for it. */
  readonly taken: boolean;
  readonly unhandled: boolean;
  readonly reported: boolean;
  /** What has happened in it, in order: sequence numbers. */
  readonly events: readonly number[];
  /** Of these, those that are still to come in this run. */
  readonly toCome: readonly number[];
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Link = Mutable<LinkRecord>;

/** The rail of a value. */
export function railOf(value: TraceValue): Rail {
  return value.is === 'failure' ? 'errback' : 'callback';
}

/** The chain of an instance after the first `count` events of its run, from its own events alone. */
export function chainPicture(trace: Trace, of: InstanceRef, count: number): ChainPicture {
  const all = chainEvents(trace, of);
  let done = 0;
  while (done < all.length && (all[done] ?? count) < count) done += 1;
  const folder = new Folder(trace, of);
  for (const sequence of all.slice(0, done)) folder.take(sequence);
  return {
    ...folder.picture,
    links: folder.links,
    events: all.slice(0, done),
    toCome: all.slice(done),
  };
}

/** Takes the events of a chain in, one after the other. */
class Folder {
  readonly links: Link[];
  readonly picture: Mutable<Omit<ChainPicture, 'links' | 'events' | 'toCome'>>;
  readonly #trace: Trace;
  /** What stands before the links of the document: 1 for what a deferLater calls. */
  readonly #before: number;

  /** What a pause counts: a cooperative task is paused itself, and not its Deferred. */
  readonly #pause: 0 | 1;

  constructor(trace: Trace, of: InstanceRef) {
    this.#trace = trace;
    const node = trace.header.nodes[of.node];
    this.#pause = node?.kind === 'cooperate' ? 0 : 1;
    const own = node !== undefined && callsOwnInChain(node.kind) ? node.own : null;
    this.#before = own === null ? 0 : 1;
    const ahead = {
      state: 'ahead',
      cameOn: null,
      input: null,
      output: null,
      sequence: null,
    } as const;
    this.links = (node?.links ?? []).map((sides, index) => ({ index, ...sides, ...ahead }));
    if (own !== null) {
      this.links.unshift({ index: NO_LINK, callback: own, errback: null, timeout: null, ...ahead });
    }
    this.picture = {
      of,
      called: false,
      first: null,
      result: null,
      place: 0,
      waitsOn: null,
      pauses: 0,
      cancelled: false,
      taken: false,
      unhandled: false,
      reported: false,
    };
  }

  take(sequence: number): void {
    const { picture } = this;
    const { kind, link, value, other } = this.#trace.eventAt(sequence);
    const result = value ?? NONE;
    switch (kind) {
      case 'fired':
      case 'failed':
        picture.called = true;
        picture.first = { value: result, sequence };
        picture.result = result;
        break;
      case 'entered':
        this.#enter(link, sequence);
        break;
      case 'returned':
      case 'raised':
        this.#leave(link, result, sequence);
        break;
      case 'returnedDeferred':
        this.#wait(link, sequence);
        break;
      case 'passed':
        this.#pass(link, result, sequence);
        break;
      case 'waits':
        picture.waitsOn = other;
        picture.result = null;
        break;
      case 'resumed':
        this.#goOn(result, sequence);
        break;
      case 'became':
        picture.result = result;
        break;
      case 'taken':
        picture.taken = true;
        picture.unhandled = false;
        picture.result = NONE;
        break;
      case 'cancelled':
        picture.cancelled = true;
        break;
      case 'unhandled':
        picture.unhandled = true;
        break;
      case 'handled':
        picture.unhandled = false;
        break;
      case 'reported':
        picture.reported = true;
        break;
      case 'pauseCalled':
        picture.pauses += this.#pause;
        break;
      case 'resumeCalled':
        picture.pauses -= this.#pause;
        break;
      default:
        break;
    }
  }

  #at(link: number): Link | undefined {
    return this.links[link + this.#before];
  }

  #come(at: Link, value: TraceValue): void {
    at.cameOn = railOf(value);
    at.input = value;
  }

  #enter(link: number, sequence: number): void {
    const at = this.#at(link);
    // A canceller is entered too, and stands in no chain.
    if (at === undefined) return;
    this.#come(at, this.picture.result ?? NONE);
    at.state = 'running';
    at.sequence = sequence;
    this.picture.place = link + this.#before;
  }

  #leave(link: number, value: TraceValue, sequence: number): void {
    const at = this.#at(link);
    if (at === undefined) return;
    at.state = 'ran';
    at.output = value;
    at.sequence = sequence;
    this.picture.result = value;
    this.picture.place = link + this.#before + 1;
  }

  #wait(link: number, sequence: number): void {
    const at = this.#at(link);
    if (at === undefined) return;
    at.state = 'waiting';
    at.sequence = sequence;
    this.picture.result = null;
    this.picture.place = link + this.#before + 1;
  }

  #pass(link: number, value: TraceValue, sequence: number): void {
    const at = this.#at(link);
    if (at === undefined) return;
    this.#come(at, value);
    at.state = 'passed';
    at.output = value;
    at.sequence = sequence;
    this.picture.result = value;
    this.picture.place = link + this.#before + 1;
  }

  #goOn(value: TraceValue, sequence: number): void {
    const { picture } = this;
    picture.waitsOn = null;
    picture.result = value;
    const at = this.links[picture.place - 1];
    if (at?.state !== 'waiting') return;
    at.state = 'ran';
    at.output = value;
    at.sequence = sequence;
  }
}
