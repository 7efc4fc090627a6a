import { PythonTypeError } from '#reactor/errors.ts';

/**
 * What is not callable in Python and is called there all the same, as a function that throws what
 * the call raises: TypeScript refuses the thing itself.
 */
export function notCallable(type: string): () => never {
  return () => {
    throw new PythonTypeError(`'${type}' object is not callable`);
  };
}
