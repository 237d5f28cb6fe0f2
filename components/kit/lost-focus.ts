import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Of what takes the place of the controls that brought it about: where the focus was lost with them, it goes here, and the Tab key
 * goes on from here. The element needs `tabIndex={-1}`.
 */
export function useLostFocus<E extends HTMLElement>(): RefObject<E | null> {
  const place = useRef<E>(null);
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus();
  }, []);
  return place;
}
