import { Deferred } from './deferred.ts';
import { type SchedulerError, NotPaused, TaskDone, TaskFailed, TaskStopped } from './errors.ts';
import { Failure } from './failure.ts';

/** What a task needs of the Cooperator that runs it. */
export interface TaskOwner {
  /** Takes a new or resumed task into the round. */
  addTask(task: CooperativeTask): void;
  /** Takes a task that ends or pauses out of it. @throws ValueError where it is not in it (C-13). */
  removeTask(task: CooperativeTask): void;
}

/** Is told what a task does, at the moment it happens. */
export interface CooperativeTaskProbe {
  /** A unit of its work is about to run (C-5). */
  unit?(task: CooperativeTask): void;
  /** Its unit gave a Deferred, for which it pauses (C-6). */
  waits?(task: CooperativeTask, on: Deferred): void;
  paused?(task: CooperativeTask): void;
  resumed?(task: CooperativeTask): void;
  /** It has ended: with TaskDone, TaskFailed, TaskStopped or SchedulerStopped (C-7). */
  ended?(task: CooperativeTask, completion: SchedulerError): void;
}

/** `twisted.internet.task.CooperativeTask`: an iterator in a Cooperator's care (C-5 to C-10). */
export class CooperativeTask {
  probe: CooperativeTaskProbe | null = null;
  /** How often it is paused without being resumed, a wait included (C-7). */
  pauseCount = 0;

  readonly #iterator: Iterator<unknown>;
  readonly #owner: TaskOwner;
  #deferreds: Deferred[] = [];
  /** How it ended; null while it has not. */
  #completion: SchedulerError | null = null;
  #completionResult: unknown = null;

  /** Joins the round of its owner. */
  constructor(iterator: Iterator<unknown>, owner: TaskOwner) {
    this.#iterator = iterator;
    this.#owner = owner;
    owner.addTask(this);
  }

  /** A new Deferred that fires with the iterator at the end, or with how it failed (C-10). */
  whenDone(): Deferred {
    const deferred = new Deferred();
    if (this.#completion === null) this.#deferreds.push(deferred);
    else deferred.callback(this.#completionResult);
    return deferred;
  }

  /** Leaves the round, until it is resumed as often. @throws how it ended, where it has (C-7). */
  pause(): void {
    this.#requireUnfinished();
    this.pauseCount += 1;
    this.probe?.paused?.(this);
    if (this.pauseCount === 1) this.#owner.removeTask(this);
  }

  /** Joins the round again at its end. @throws NotPaused (C-7). */
  resume(): void {
    if (this.pauseCount === 0) throw new NotPaused();
    this.pauseCount -= 1;
    this.probe?.resumed?.(this);
    if (this.pauseCount === 0 && this.#completion === null) this.#owner.addTask(this);
  }

  /** Ends it: `whenDone` fails with TaskStopped (C-8). @throws as {@link pause}. */
  stop(): void {
    this.#requireUnfinished();
    this.completeWith(new Failure(new TaskStopped()), new TaskStopped());
  }

  /** One unit of work (C-5, C-6); for its owner. @throws how it ended, where its unit ended it (C-16). */
  oneUnit(): void {
    this.probe?.unit?.(this);
    let step: IteratorResult<unknown>;
    try {
      step = this.#iterator.next();
    } catch (thrown) {
      this.completeWith(new Failure(thrown), new TaskFailed());
      return;
    }
    if (step.done === true) {
      this.completeWith(this.#iterator, new TaskDone());
      return;
    }
    if (!(step.value instanceof Deferred)) return;
    this.probe?.waits?.(this, step.value);
    this.pause();
    step.value.addCallbacks(
      () => this.resume(),
      (failure) => this.completeWith(failure, new TaskFailed()),
    );
  }

  /** Ends it with a result for `whenDone`; for its owner. */
  completeWith(result: unknown, completion: SchedulerError): void {
    this.#completion = completion;
    this.#completionResult = result;
    this.probe?.ended?.(this, completion);
    if (this.pauseCount === 0) this.#owner.removeTask(this);
    // A second end, as by a late failure (C-8), finds them fired: AlreadyCalledError is its answer.
    for (const deferred of this.#deferreds) deferred.callback(result);
  }

  #requireUnfinished(): void {
    if (this.#completion !== null) throw this.#completion;
  }
}
