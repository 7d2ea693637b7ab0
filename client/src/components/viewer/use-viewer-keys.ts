/** What keys of the viewer do. */
export interface ViewerActs {
  close(): void;
  step(direction: 1 | -1): unknown;
  similar(): void;
  /** Searches with the moment that a video shows. */
  findMoment(): void;
  /** Begins to cut a part out. */
  crop(): void;
  annotate(): void;
  favourite(): void;
  hide(): void;
  reveal(): void;
  information(): void;
  zoomBy(direction: 1 | -1): void;
  fit(): void;
}

/** A handler of key presses for the viewer; keys that a control or a video under the focus needs are left to it. */
export function useViewerKeys(acts: ViewerActs): (event: KeyboardEvent) => void {
  const keys: Record<string, () => unknown> = {
    Escape: () => acts.close(),
    ArrowLeft: () => acts.step(-1),
    ArrowRight: () => acts.step(1),
    s: () => acts.similar(),
    Enter: () => acts.findMoment(),
    c: () => acts.crop(),
    a: () => acts.annotate(),
    f: () => acts.favourite(),
    h: () => acts.hide(),
    o: () => acts.reveal(),
    i: () => acts.information(),
    '+': () => acts.zoomBy(1),
    '=': () => acts.zoomBy(1),
    '-': () => acts.zoomBy(-1),
    '0': () => acts.fit(),
  };
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const isSeeking = event.target instanceof HTMLVideoElement && event.key.startsWith('Arrow');
    const isPressing = event.key === 'Enter' && event.target instanceof Element && event.target.closest('button, a, summary') !== null;
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || isSeeking || isPressing) return;
    event.preventDefault();
    // What the frame binds to the same key lies below and is not meant.
    event.stopPropagation();
    act();
  };
}
