/** Two fingers of a touch screen on an element: by how much they have spread since the last move, and where between them. */
export function listenToPinch(
  element: HTMLElement,
  pinched: (target: EventTarget | null, factor: number, clientX: number) => void,
): void {
  let before: number | undefined;
  const start = (event: TouchEvent) => {
    before = event.touches.length === 2 ? spread(event.touches) : undefined;
  };
  element.addEventListener('touchstart', start, { passive: true });
  element.addEventListener('touchend', start, { passive: true });
  element.addEventListener('touchcancel', start, { passive: true });
  element.addEventListener(
    'touchmove',
    (event) => {
      if (before === undefined) return;
      // Else the browser would enlarge the page, letters and all.
      event.preventDefault();
      const now = spread(event.touches);
      pinched(event.target, now / before, middle(event.touches));
      before = now;
    },
    { passive: false },
  );
}

/** Never nothing, as it is divided by. */
function spread({ 0: one, 1: other }: TouchList): number {
  return Math.max(Math.hypot(one!.clientX - other!.clientX, one!.clientY - other!.clientY), 1);
}

function middle({ 0: one, 1: other }: TouchList): number {
  return (one!.clientX + other!.clientX) / 2;
}
