import type { Component } from 'vue';

/** One entry of a menu. */
export interface MenuEntry {
  key: string;
  label: string;
  icon?: Component;
  isDanger?: boolean;
  run: () => void;
}
