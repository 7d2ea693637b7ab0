import type { Tile } from '../components/grid/visible-tiles.js';
import { justifyRows } from '../components/similar/justified-rows.js';
import type { Member } from './cluster-members.js';
import { pictureName } from './picture.js';

/** A rectangle in pixels from the top left corner of the pictures. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How the pictures of a cluster are laid out. */
export interface MemberFrame {
  readonly width: number;
  readonly target: number;
  readonly gap: number;
}

/** Lays members out in rows that fill the width, in order. */
export function layMembers(members: readonly Member[], frame: MemberFrame): Tile[] {
  if (frame.width <= 0) return [];
  const tiles: Tile[] = [];
  let top = 0;
  for (const row of justifyRows(members, ({ image }) => image.width / image.height, frame)) {
    let left = 0;
    for (const { item, width } of row.cells) {
      tiles.push(tileOf(item, { index: tiles.length, left, top, width, height: row.height }));
      left += width + frame.gap;
    }
    top += row.height + frame.gap;
  }
  return tiles;
}

/** Pictures of rows that a rectangle touches; touching edges do not count. */
export function tilesWithin(tiles: readonly Tile[], box: Box): Tile[] {
  return tiles.filter(
    ({ left, top, width, height }) => top < box.bottom && top + height > box.top && left < box.right && left + width > box.left,
  );
}

function tileOf({ image }: Member, place: Pick<Tile, 'index' | 'left' | 'top' | 'width' | 'height'>): Tile {
  return {
    ...place,
    key: image.id,
    id: image.id,
    thumbhash: image.thumbhash,
    thumbnailUrl: image.thumbnailUrl,
    durationMs: image.kind === 'VIDEO' ? image.durationMs : null,
    stackRole: null,
    label: pictureName(image),
    isFavourite: image.favourite,
    position: place.index + 1,
  };
}
