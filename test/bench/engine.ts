/** A JavaScript engine with one contender in it. */
export interface Engine {
  /** Lets it do a round; gives the figure. @throws Error where it fails. */
  round(): Promise<number>;
  end(): Promise<void>;
}
