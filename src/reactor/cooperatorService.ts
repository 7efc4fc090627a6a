import { cooperatorOn, type Cooperator } from './cooperator.ts';
import type { Deferred } from './deferred.ts';
import type { IReactorTime } from './reactorTime.ts';
import { Service } from './service.ts';

/**
 * `twisted.application.internet.CooperatorService`: a Cooperator that is started and stopped as a
 * service. The service's own `running` is never set, as in Twisted (S-14).
 */
export class CooperatorService extends Service {
  coop: Cooperator;

  constructor(clock: IReactorTime) {
    super();
    this.coop = cooperatorOn(clock, false);
  }

  coiterate(iterator: Iterator<unknown>): Deferred {
    return this.coop.coiterate(iterator);
  }

  override startService(): void {
    this.coop.start();
  }

  override stopService(): null {
    this.coop.stop();
    return null;
  }
}
