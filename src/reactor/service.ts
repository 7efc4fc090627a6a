import { AttributeError, RuntimeError } from './errors.ts';
import type { Deferred } from './deferred.ts';

/** `twisted.application.service.IServiceCollection`: what services can belong to. */
export interface IServiceCollection {
  /** For `setServiceParent`. @throws RuntimeError for a second service of one name (S-6). */
  addService(service: Service): void;
  /** For `disownServiceParent`; gives what stopping the service gave. @throws KeyError, ValueError (S-6). */
  removeService(service: Service): unknown;
}

/** Is told what a service does, at the moment it happens. */
export interface ServiceProbe {
  /** Its `running` was set or cleared. */
  running?(service: Service, isRunning: boolean): void;
  /** It has left a parent, or come to one. */
  moved?(service: Service, parent: IServiceCollection | null): void;
}

/** `twisted.application.service.Service` (S-1 to S-6). */
export class Service {
  name: string | null = null;
  parent: IServiceCollection | null = null;
  probe: ServiceProbe | null = null;
  #running = false;

  get running(): boolean {
    return this.#running;
  }

  set running(isRunning: boolean) {
    this.#running = isRunning;
    this.probe?.running?.(this, isRunning);
  }

  /** @throws RuntimeError where it has a parent, which knows it by its name (S-6). */
  setName(name: string): void {
    if (this.parent !== null) throw new RuntimeError('cannot change name when parent exists');
    this.name = name;
  }

  /** Moves it to a parent: out of the one it has, into that one (S-5). */
  setServiceParent(parent: IServiceCollection): void {
    if (this.parent !== null) this.disownServiceParent();
    this.parent = parent;
    this.probe?.moved?.(this, parent);
    parent.addService(this);
  }

  /**
   * Leaves its parent; gives what stopping it gave, null where that did not run (S-5).
   *
   * @throws AttributeError where it has no parent.
   */
  disownServiceParent(): unknown {
    if (this.parent === null) {
      throw new AttributeError("'NoneType' object has no attribute 'removeService'");
    }
    const result = this.parent.removeService(this);
    this.parent = null;
    this.probe?.moved?.(this, null);
    return result;
  }

  privilegedStartService(): void {
    // For those that need a right which the program gives up before it starts its services.
  }

  startService(): void {
    this.running = true;
  }

  /** Stops it; a Deferred says when it has stopped. */
  stopService(): Deferred | null {
    this.running = false;
    return null;
  }
}
