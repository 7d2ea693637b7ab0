import type { Ref } from 'vue';
import { computed, ref } from 'vue';
import type { Point, Size, Zoom } from './zoom-arithmetic.js';
import { FITTED, fittedSize, maxScale, withinStage, zoomAt } from './zoom-arithmetic.js';

/** A finger must travel this far to mean the next picture, in CSS pixels, and mostly sideways. */
const SWIPE_PX = 60;
const KEY_FACTOR = 1.5;
/** A notch of a wheel is 100 px in most browsers and zooms by a fifth. */
const WHEEL_RATE = 0.0018;

/** What a gesture can ask for beside zooming. */
export interface ZoomPanEvents {
  swipe(direction: 1 | -1): void;
  dismiss(): void;
}

/** Wheel, pinch, drag, double click and keys over one picture on a stage. */
export class ZoomPan {
  readonly zoom: Ref<Zoom> = ref(FITTED);
  readonly isMoving = ref(false);
  readonly fitted = computed(() => fittedSize(this.picture(), this.stage()));
  private readonly fingers = new Map<number, Point>();
  private start: Point | null = null;

  constructor(
    private readonly picture: () => Size,
    private readonly stage: () => Size,
    private readonly events: ZoomPanEvents,
  ) {}

  /** True when the picture is larger than it fits. */
  get isZoomed(): boolean {
    return this.zoom.value.scale > 1.001;
  }

  reset(): void {
    this.zoom.value = FITTED;
  }

  /** Zooms by one key press or button, around the middle. */
  zoomBy(direction: 1 | -1): void {
    this.apply(direction > 0 ? KEY_FACTOR : 1 / KEY_FACTOR, { x: 0, y: 0 });
  }

  wheel(event: WheelEvent): void {
    event.preventDefault();
    // A pinch on a trackpad comes as a wheel with the control key and small steps.
    const rate = event.ctrlKey ? WHEEL_RATE * 5 : WHEEL_RATE;
    this.apply(Math.exp(-event.deltaY * rate), this.pointOf(event));
  }

  /** Fits, or shows the place under the pointer pixel by pixel (at least 2.5 times as large). */
  toggle(event: MouseEvent): void {
    if (this.isZoomed) this.reset();
    else this.apply(Math.max(2.5, this.picture().width / Math.max(1, this.fitted.value.width)), this.pointOf(event));
  }

  down(event: PointerEvent): void {
    if (event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    const point = this.pointOf(event);
    this.fingers.set(event.pointerId, point);
    this.start = this.fingers.size === 1 ? point : null;
    this.isMoving.value = true;
  }

  move(event: PointerEvent): void {
    const before = this.fingers.get(event.pointerId);
    if (!before) return;
    const now = this.pointOf(event);
    const other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1];
    this.fingers.set(event.pointerId, now);
    if (other) this.pinch(other, before, now);
    else if (this.isZoomed) this.shift(now.x - before.x, now.y - before.y);
  }

  up(event: PointerEvent): void {
    const end = this.fingers.get(event.pointerId);
    if (!this.fingers.delete(event.pointerId)) return;
    this.isMoving.value = this.fingers.size > 0;
    if (!end || !this.start || this.isZoomed || event.pointerType === 'mouse' || event.type === 'pointercancel') return;
    const [x, y] = [end.x - this.start.x, end.y - this.start.y];
    if (Math.abs(x) > SWIPE_PX && Math.abs(x) > 2 * Math.abs(y)) this.events.swipe(x < 0 ? 1 : -1);
    else if (y > 1.5 * SWIPE_PX && y > 2 * Math.abs(x)) this.events.dismiss();
  }

  private pinch(other: Point, before: Point, now: Point): void {
    const factor = Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    this.apply(factor, middle);
    this.shift((now.x - before.x) / 2, (now.y - before.y) / 2);
  }

  private shift(x: number, y: number): void {
    const { zoom } = this;
    zoom.value = withinStage({ scale: zoom.value.scale, x: zoom.value.x + x, y: zoom.value.y + y }, this.fitted.value, this.stage());
  }

  private apply(factor: number, point: Point): void {
    const largest = maxScale(this.picture(), this.fitted.value);
    this.zoom.value = withinStage(zoomAt(this.zoom.value, factor, { point, largest }), this.fitted.value, this.stage());
  }

  private pointOf(event: MouseEvent): Point {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    return { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 };
  }
}
