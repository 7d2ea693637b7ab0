import type { Ref, ShallowRef } from 'vue';
import { onMounted, onScopeDispose, shallowRef } from 'vue';
import type { Size } from './zoom-arithmetic.js';

/** Inner size of an element in CSS pixels, 1 x 1 until it is mounted. */
export function useElementSize(element: Readonly<ShallowRef<HTMLElement | null>>): Ref<Size> {
  const size = shallowRef<Size>({ width: 1, height: 1 });
  const observer = new ResizeObserver(([entry]) => {
    if (entry) size.value = { width: entry.contentRect.width, height: entry.contentRect.height };
  });
  onMounted(() => {
    if (!element.value) return;
    size.value = { width: element.value.clientWidth, height: element.value.clientHeight };
    observer.observe(element.value);
  });
  onScopeDispose(() => observer.disconnect());
  return size;
}
