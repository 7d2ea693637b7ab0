import type { RouteLocationRaw } from 'vue-router';
import { useRouter } from 'vue-router';
import { isStepKey, stepFrom } from '../components/grid/grid-steps.js';
import type { StepGrid, StepKey } from '../components/grid/grid-steps.js';
import { useAnnotate } from './annotate.js';
import type { GridSelection, Picked } from './grid-selection.js';
import { MOST_PARTS, partOf, partsToQuery } from './query-parts.js';
import { useReveal } from './reveal.js';
import { showError } from './toasts.js';
import { setViewerSequence } from './viewer-sequence.js';

/** Handlers for the grid's one click and one key listener. */
export interface GridActs {
  onClick(event: MouseEvent): void;
  onKey(event: KeyboardEvent): void;
  onContextMenu(event: MouseEvent): void;
  /** Looks for pictures like all that are selected, or the first ten of them. */
  similarToSelected(): void;
  /** Opens the dialog for all that is selected. */
  annotateSelected(): void;
}

/** What the handlers need to know of pictures in rows, be it the gallery or a cluster. */
export interface ActsView {
  readonly model: StepGrid & { readonly viewHeight: number; loadId(index: number): Promise<string | null> };
  /** Brings a picture into sight and gives it the focus. */
  show(index: number): Promise<void>;
}

/** What the handlers work on; `focused` is the place of the picture that has or last had the focus. */
export interface GridActsContext {
  view: ActsView;
  selection: GridSelection;
  focused: { value: number };
}

/** Clicks and keys on pictures: open, select, move, find similar, annotate, show in the file manager. */
export function useGridActs(context: GridActsContext): GridActs {
  const router = useRouter();
  const { canReveal, reveal } = useReveal();
  const { open: annotate } = useAnnotate();
  const go = (to: RouteLocationRaw): void => void router.push(to);
  const acts: Acts = {
    open: (id) => {
      setViewerSequence([]);
      go({ name: 'viewer', params: { id } });
    },
    similar: (id) => {
      const ids = context.selection.ids.value.has(id) ? [...context.selection.ids.value] : [id];
      go({ name: 'similar', query: partsToQuery(ids.slice(0, MOST_PARTS).map((one) => partOf('id', one))) });
    },
    reveal: (id) => void (canReveal.value && reveal(id)),
    // On one of several selected ones it is meant for all of them.
    annotate: (id) => annotate(context.selection.ids.value.has(id) ? context.selection.ids.value : [id]),
  };
  return {
    onClick: (event) => click(context, acts, event),
    onKey: (event) => press(context, acts, event),
    onContextMenu: (event) => holdFinger(context, event),
    similarToSelected: () => acts.similar(context.selection.first.value ?? ''),
    annotateSelected: () => annotate(context.selection.ids.value),
  };
}

type Acts = Record<'open' | 'similar' | 'reveal' | 'annotate', (id: string) => void>;

function pictureOf(view: ActsView, target: EventTarget | null): Picked | null {
  const text = target instanceof Element ? target.closest<HTMLElement>('[data-index]')?.dataset['index'] : undefined;
  const found = text === undefined ? null : view.model.findTile(Number(text));
  return found ? { index: found.tile.index, id: found.tile.id } : null;
}

function extend(selection: GridSelection, picture: Picked): void {
  selection.extendTo(picture).catch(showError);
}

function click({ view, selection, focused }: GridActsContext, acts: Acts, event: MouseEvent): void {
  const picture = pictureOf(view, event.target);
  if (!picture || event.button !== 0) return;
  event.preventDefault();
  focused.value = picture.index;
  const act = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act]')?.dataset['act'] : undefined;
  if (act === 'similar' || act === 'reveal' || act === 'annotate') acts[act](picture.id);
  else if (event.shiftKey) extend(selection, picture);
  else if (act === 'pick' || event.ctrlKey || event.metaKey || selection.count.value > 0) selection.toggle(picture);
  else acts.open(picture.id);
}

/** A long touch selects, as in every gallery on phones; browsers tell it as a request for the context menu. */
function holdFinger({ view, selection }: GridActsContext, event: MouseEvent): void {
  const picture = pictureOf(view, event.target);
  if (!picture || !(event instanceof PointerEvent) || event.pointerType !== 'touch') return;
  event.preventDefault();
  selection.toggle(picture);
}

function press(context: GridActsContext, acts: Acts, event: KeyboardEvent): void {
  const { view, selection, focused } = context;
  const isCommand = event.ctrlKey || event.metaKey;
  if (isStepKey(event.key) && !isCommand && !event.altKey) {
    event.preventDefault();
    void move(context, event.key, event.shiftKey);
  } else if (isCommand && event.key.toLowerCase() === 'a') {
    event.preventDefault();
    void selectAll(context);
  } else if (event.key === 'Escape' && selection.count.value > 0) {
    event.preventDefault();
    selection.clear();
  } else if (!isCommand && !event.altKey) {
    pressOnPicture({ selection, acts, picture: pictureAt(view, focused.value) }, event);
  }
}

function pictureAt(view: ActsView, index: number): Picked | null {
  const tile = view.model.findTile(index)?.tile;
  return tile ? { index, id: tile.id } : null;
}

function pressOnPicture(
  { selection, acts, picture }: { selection: GridSelection; acts: Acts; picture: Picked | null },
  event: KeyboardEvent,
): void {
  const key = event.key.toLowerCase();
  const selected = selection.first.value;
  if (key === 's' && (selected ?? picture)) acts.similar(selected ?? picture?.id ?? '');
  else if (key === 'a' && (selected ?? picture)) acts.annotate(selected ?? picture?.id ?? '');
  else if (key === 'o' && picture) acts.reveal(picture.id);
  else if (key === ' ' && picture) {
    if (event.shiftKey) extend(selection, picture);
    else selection.toggle(picture);
  } else return;
  event.preventDefault();
}

async function move({ view, selection, focused }: GridActsContext, key: StepKey, isSelecting: boolean): Promise<void> {
  const { model } = view;
  const from = pictureAt(view, focused.value);
  const row = model.findTile(focused.value)?.tile.height ?? 196;
  focused.value = stepFrom(model, focused.value, { key, rowsPerPage: Math.max(1, Math.floor(model.viewHeight / row) - 1) });
  await view.show(focused.value);
  const to = pictureAt(view, focused.value);
  if (!isSelecting || !to) return;
  if (from && selection.count.value === 0) selection.toggle(from);
  extend(selection, to);
}

async function selectAll({ view, selection }: GridActsContext): Promise<void> {
  const last = view.model.count - 1;
  const [firstId, lastId] = await Promise.all([view.model.loadId(0), view.model.loadId(last)]);
  if (firstId === null || lastId === null) return;
  selection.clear();
  selection.toggle({ index: 0, id: firstId });
  if (last > 0) extend(selection, { index: last, id: lastId });
}
