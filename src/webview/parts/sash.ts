import { element } from '../dom';
import type { Part } from '../state';

/** The detail's share of the height below the heads, in percent. */
const LEAST = 10;
const MOST = 80;
export const DETAIL_AT_FIRST = 32;

/** Moves the border between rows and detail, by pointer or by arrow keys. */
export function sash(share: number, keep: (share: number) => void): Part {
  const handle = element('div', {
    class: 'sash',
    role: 'separator',
    tabindex: 0,
    'aria-label': 'Height of the detail',
    'aria-orientation': 'horizontal',
    'aria-valuemin': LEAST,
    'aria-valuemax': MOST,
  });
  let now = 0;
  const set = (next: number): void => {
    now = Math.round(Math.max(LEAST, Math.min(MOST, next)));
    handle.setAttribute('aria-valuenow', String(now));
    document.documentElement.style.setProperty('--detail', String(now));
    document.documentElement.style.setProperty('--list', String(100 - now));
  };
  set(share);
  handle.addEventListener('pointerdown', (event) => {
    handle.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  handle.addEventListener('pointermove', (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const rows = handle.previousElementSibling!.getBoundingClientRect();
    const detail = handle.nextElementSibling!.getBoundingClientRect();
    set((100 * (detail.bottom - event.clientY)) / Math.max(1, detail.bottom - rows.top));
  });
  handle.addEventListener('pointerup', () => keep(now));
  handle.addEventListener('dblclick', () => {
    set(DETAIL_AT_FIRST);
    keep(now);
  });
  handle.addEventListener('keydown', ({ key }) => {
    const by = key === 'ArrowUp' ? 4 : key === 'ArrowDown' ? -4 : 0;
    if (by === 0) return;
    set(now + by);
    keep(now);
  });
  return { element: handle, update: () => undefined };
}
