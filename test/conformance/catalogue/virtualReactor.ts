import { Reactor } from '#reactor/reactor.ts';

/** The port's reactor, which shows its iterations and its end as the harness in Python does. */
export class VirtualReactor extends Reactor {
  /** Whether the beginning of every iteration is shown. */
  traceIterations = false;
  readonly #log: (ev: string, fields?: object) => void;
  #iteration = 0;

  constructor(log: (ev: string, fields?: object) => void, resolution: number) {
    super({ resolution });
    this.#log = log;
    this.probe = { logged: (failure) => log('logged', { failure }) };
  }

  override run(): void {
    this.startRunning();
    while (this.started) {
      this.#iteration += 1;
      if (this.traceIterations) this.#log('iteration', { n: this.#iteration });
      this.runUntilCurrent();
      if (this.started) this.#wait();
    }
    this.#log('loop ended');
  }

  #wait(): void {
    const next = this.nextTime();
    if (next === null) {
      this.#log('idle');
      this.crash();
    } else this.sleepUntil(next);
  }
}
