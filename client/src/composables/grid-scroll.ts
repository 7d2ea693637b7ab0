import type { ShallowRef } from 'vue';
import { onScopeDispose, ref, shallowRef } from 'vue';
import type { GridModel } from '../components/grid/grid-model.js';
import type { ScrollAnchor, ScrollExtent } from '../components/grid/scaled-scroll.js';
import { anchorFor, boxHeight, isAdrift, virtualAt } from '../components/grid/scaled-scroll.js';
import type { VisibleMonth } from '../components/grid/visible-tiles.js';

/** Scrolling counts as over after this pause: two wheel notches of one turn of the finger lie closer. */
const REST_MS = 120;
/** While scrolling slowly, what comes into sight is asked for this often. */
const LOAD_EVERY_MS = 150;
/** What is drawn reaches 0.75 views beyond the view, so that it need not be looked at again for every pixel. */
const REDRAW_VIEWS = 0.12;
/** Faster than this many views a second nothing is loaded: nobody could look at it. */
const FAST_VIEWS_PER_S = 8;

/** Ties a scroll box to a grid model: keeps what is seen in place, draws what is near, loads where the scrolling rests. */
export class GridScroll {
  readonly months = shallowRef<readonly VisibleMonth[]>([]);
  /** Scroll offset and virtual offset that belong together; everything is drawn relative to them. */
  readonly anchor = shallowRef<ScrollAnchor>({ box: 0, virtual: 0 });
  readonly viewTop = ref(0);
  readonly contentHeight = ref(0);
  readonly viewHeight = ref(0);
  readonly isFast = ref(false);
  readonly isScrolling = ref(false);
  private restTimer: ReturnType<typeof setTimeout> | undefined;
  private lastAt = 0;
  private loadedAt = 0;
  private drawnTop = 0;
  private element: HTMLElement | null = null;
  private inner: HTMLElement | null = null;

  constructor(
    private readonly model: GridModel,
    private readonly onRest: () => unknown,
  ) {}

  /** Starts with the elements: the one that scrolls and the one that is as high as its content. */
  attach(element: HTMLElement, inner: HTMLElement): void {
    this.element = element;
    this.inner = inner;
    this.follow();
  }

  /** Handler of the element's scroll events. */
  scrolled(): void {
    if (!this.element) return;
    const box = this.element.scrollTop;
    const virtual = virtualAt(box, this.anchor.value, this.extent());
    const { anchor } = this;
    // Outside of the stretch that is one to one the pictures are drawn from a new anchor.
    if (Math.abs(box - anchor.value.box - (virtual - anchor.value.virtual)) > 0.5) anchor.value = { box, virtual };
    if (Math.abs(virtual - this.model.viewTop) < 0.5) return;
    this.moved(virtual);
  }

  /** Goes to a virtual offset. */
  scrollTo(virtual: number): void {
    const end = Math.max(0, this.model.contentHeight - this.model.viewHeight);
    const offset = Math.round(Math.min(end, Math.max(0, virtual)));
    this.setBox(offset);
    if (Math.abs(offset - this.model.viewTop) >= 0.5) this.moved(offset);
  }

  /** Called when the model changed: its `viewTop` shows the same picture as before. */
  follow(): void {
    if (!this.element || !this.inner) return;
    this.contentHeight.value = this.model.contentHeight;
    this.viewHeight.value = this.model.viewHeight;
    this.inner.style.height = `${boxHeight(this.extent())}px`;
    // A write would stop a finger's fling, so while it scrolls only the anchor moves.
    if (this.isScrolling.value) this.anchor.value = { box: this.element.scrollTop, virtual: this.model.viewTop };
    else this.setBox(this.model.viewTop);
    this.draw();
    if (!this.isFast.value) this.load();
  }

  /** Gives a drawn picture the focus. */
  focusTile(index: number): void {
    this.element?.querySelector<HTMLElement>(`[data-index="${index}"] a`)?.focus({ preventScroll: true });
  }

  /** Keeps the focus in the grid when the picture that had it has scrolled away. */
  focusBox(): void {
    this.element?.focus({ preventScroll: true });
  }

  close(): void {
    clearTimeout(this.restTimer);
  }

  private extent(): ScrollExtent {
    return { contentHeight: this.model.contentHeight, viewHeight: this.model.viewHeight };
  }

  private setBox(virtual: number): void {
    if (!this.element) return;
    const { box } = anchorFor(virtual, this.extent());
    this.element.scrollTop = box;
    // Screens with fractional scales round what is written.
    this.anchor.value = { box: this.element.scrollTop, virtual };
  }

  private moved(virtual: number): void {
    const now = performance.now();
    const views = Math.abs(virtual - this.model.viewTop) / Math.max(1, this.model.viewHeight);
    const seconds = Math.max(0.016, (now - this.lastAt) / 1000);
    this.lastAt = now;
    this.isFast.value = views / Math.min(seconds, 0.2) > FAST_VIEWS_PER_S;
    this.isScrolling.value = true;
    this.model.scrollTo(virtual);
    this.viewTop.value = virtual;
    if (Math.abs(virtual - this.drawnTop) > this.model.viewHeight * REDRAW_VIEWS) this.draw();
    if (!this.isFast.value && now - this.loadedAt > LOAD_EVERY_MS) this.load();
    clearTimeout(this.restTimer);
    this.restTimer = setTimeout(() => this.rest(), REST_MS);
  }

  private rest(): void {
    this.isScrolling.value = false;
    this.isFast.value = false;
    if (this.element && isAdrift(this.element.scrollTop, this.model.viewTop, this.extent())) this.setBox(this.model.viewTop);
    this.draw();
    this.load();
    this.onRest();
  }

  private load(): void {
    this.loadedAt = performance.now();
    this.model.loadVisible();
  }

  private draw(): void {
    this.viewTop.value = this.model.viewTop;
    this.drawnTop = this.model.viewTop;
    this.months.value = this.model.visibleMonths();
  }
}

/** A grid scroll that ends with its component. */
export function useGridScroll(model: GridModel, onRest: () => unknown): GridScroll {
  const scroll = new GridScroll(model, onRest);
  onScopeDispose(() => scroll.close());
  return scroll;
}

/** Size of an element in CSS pixels, followed as long as the component lives. */
export function followSize(element: Readonly<ShallowRef<HTMLElement | null>>, onSize: (width: number, height: number) => void): () => void {
  const observer = new ResizeObserver(
    ([entry]) => entry && onSize(Math.floor(entry.contentRect.width), Math.floor(entry.contentRect.height)),
  );
  onScopeDispose(() => observer.disconnect());
  return () => element.value && observer.observe(element.value);
}
