import type { FilePort } from '../../src/workbook/file/file-port';

/** The port fails at the n-th write, and at every write after it. */
export function breaking(port: FilePort, at: number): FilePort {
  let writes = 0;
  return new Proxy(port, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...rest: unknown[]): unknown => {
        if (name === 'write' && ++writes >= at) return Promise.reject(new Error('gone'));
        return Reflect.apply(value, target, rest);
      };
    },
  });
}
