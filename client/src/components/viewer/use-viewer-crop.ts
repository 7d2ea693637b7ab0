import type { Ref } from 'vue';
import { nextTick, ref, watch } from 'vue';
import type { RegionInput } from '../../graphql/generated/operations.js';

/** Where the rectangle is drawn: takes the focus and the keys. */
export interface CropSheet {
  focus: () => void;
  press: (event: KeyboardEvent) => boolean;
}

/** What can be done with a rectangle. */
interface CropActs {
  find: (region: RegionInput) => void;
  /** Where the focus goes when nothing was cut. */
  left: () => void;
}

/** Cutting a part out of what the viewer shows. */
export interface ViewerCrop {
  isOn: Ref<boolean>;
  region: Ref<RegionInput | null>;
  start: () => void;
  leave: () => void;
  find: () => void;
  /** Keys while it is on: arrows, Enter, Escape; all others do nothing, so that no slip of a finger hides a picture. */
  onKey: (event: KeyboardEvent) => void;
}

/** The crop of the picture with this id; another picture ends it. */
export function useViewerCrop(id: () => string, sheet: () => CropSheet | null, acts: CropActs): ViewerCrop {
  const isOn = ref(false);
  const region = ref<RegionInput | null>(null);
  const end = (): void => {
    isOn.value = false;
    region.value = null;
  };
  const leave = (): void => {
    end();
    acts.left();
  };
  const find = (): void => {
    if (!region.value) return;
    acts.find(region.value);
    end();
  };
  watch(id, end);
  return {
    isOn,
    region,
    start: () => {
      isOn.value = true;
      void nextTick(() => sheet()?.focus());
    },
    leave,
    find,
    onKey(event) {
      if (event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      const { target } = event;
      const isIn = (selector: string): boolean => target instanceof Element && target.closest(selector) !== null;
      if (event.key === 'Escape') leave();
      else if (event.key === 'Enter' && !isIn('button:not([data-hold]), a, summary')) find();
      else if (!event.key.startsWith('Arrow') || isIn('.viewer-information')) return;
      else if (!isIn('button:not([data-hold])')) sheet()?.press(event);
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
