import { useLayoutEffect, useState } from "preact/hooks";

/** A value that components look at and that changes by parts. */
export interface Store<T extends object> {
  get(): T;
  /** Changes parts of the value and redraws who looks at them. */
  set(change: Partial<T>): void;
  subscribe(listener: () => void): () => void;
}

/** Makes a store. */
export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(change) {
      value = { ...value, ...change };
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** What `select` gives of the store's value, now and after every change. It must give the same object as long as nothing changed. */
export function useStore<T extends object, Part>(store: Store<T>, select: (value: T) => Part): Part {
  const part = select(store.get());
  const [, redraw] = useState({});
  useLayoutEffect(() => {
    const look = (): void => {
      if (select(store.get()) !== part) redraw({});
    };
    look();
    return store.subscribe(look);
  });
  return part;
}
