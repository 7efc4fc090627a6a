import type { Deferred } from './deferred.ts';
import { DeferredList } from './deferredList.ts';
import { KeyError, RuntimeError, ValueError } from './errors.ts';
import { maybeDeferred } from './maybeDeferred.ts';
import { Service, type IServiceCollection } from './service.ts';

/** `twisted.application.service.MultiService`: a service of services (S-1 to S-6). */
export class MultiService extends Service implements IServiceCollection, Iterable<Service> {
  readonly #services: Service[] = [];
  readonly #namedServices = new Map<string, Service>();

  override privilegedStartService(): void {
    super.privilegedStartService();
    for (const service of this.#services) service.privilegedStartService();
  }

  /** Itself first, then its services in order; what one throws leaves the later ones (S-1, S-4). */
  override startService(): void {
    super.startService();
    for (const service of this.#services) service.startService();
  }

  /** Itself first, then its services in reverse order, all at once; waits for all (S-2, S-3). */
  override stopService(): Deferred {
    super.stopService();
    const stopping = this.#services.toReversed();
    return new DeferredList(stopping.map((service) => maybeDeferred(() => service.stopService())));
  }

  /** @throws KeyError for an unknown name. */
  getServiceNamed(name: string): Service {
    const found = this.#namedServices.get(name);
    if (found === undefined) throw new KeyError(`'${name}'`);
    return found;
  }

  [Symbol.iterator](): Iterator<Service> {
    return this.#services[Symbol.iterator]();
  }

  addService(service: Service): void {
    const { name } = service;
    if (name !== null) {
      if (this.#namedServices.has(name)) {
        throw new RuntimeError(`cannot have two services with same name '${name}'`);
      }
      this.#namedServices.set(name, service);
    }
    this.#services.push(service);
    if (!this.running) return;
    service.privilegedStartService();
    service.startService();
  }

  removeService(service: Service): unknown {
    const { name } = service;
    // By its name only: one that was refused for its name takes the other's away, as in Twisted.
    if (name !== null && name !== '' && !this.#namedServices.delete(name)) {
      throw new KeyError(`'${name}'`);
    }
    const place = this.#services.indexOf(service);
    if (place === -1) throw new ValueError('list.remove(x): x not in list');
    this.#services.splice(place, 1);
    return this.running ? service.stopService() : null;
  }
}
