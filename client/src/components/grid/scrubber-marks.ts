/** A month of the timeline, `YYYY-MM`, and how many pictures it holds. */
export interface MonthCount {
  month: string;
  count: number;
}

/** One tick on the scrubber: offset from its top and length, in CSS pixels. */
export interface ScrubberMark {
  top: number;
  length: number;
}

/** A year's name and its middle line, in CSS pixels from the top of the scrubber. */
export interface ScrubberYear {
  top: number;
  year: string;
}

const MIN_DISTANCE_PX = 4;
const MIN_LENGTH_PX = 4;
const MAX_LENGTH_PX = 22;
/** A name is 14 px high: its middle stands 8 px below the year's first picture, names keep 18 px apart. */
const YEAR_SHIFT_PX = 8;
const YEAR_DISTANCE_PX = 18;
/** Ticks keep this far from the middle of a name, so that neither crosses the other. */
const YEAR_CLEARANCE_PX = 10;

/** Years at the height of their first (newest) picture; one too near its forerunner is left out. */
export function scrubberYears(months: readonly MonthCount[], height: number): ScrubberYear[] {
  const years: ScrubberYear[] = [];
  const total = months.reduce((sum, month) => sum + month.count, 0);
  let before = 0;
  let lastYear = '';
  for (const { month, count } of months) {
    const year = month.slice(0, 4);
    const top = Math.min((before / Math.max(1, total)) * height + YEAR_SHIFT_PX, height - YEAR_SHIFT_PX);
    const previous = years.at(-1);
    const hasRoom = previous === undefined || top - previous.top >= YEAR_DISTANCE_PX;
    if (year !== lastYear && hasRoom) years.push({ top, year });
    lastYear = year;
    before += count;
  }
  return years;
}

/** Ticks at the height of each month's first picture, as long as its count; ticks closer than 4 px are merged into one that counts both. */
export function scrubberMarks(months: readonly MonthCount[], height: number): ScrubberMark[] {
  const merged = mergeNear(months, height);
  const largest = merged.reduce((most, mark) => Math.max(most, mark.length), 1);
  const years = scrubberYears(months, height);
  return merged
    .filter((mark) => years.every((year) => Math.abs(year.top - mark.top) >= YEAR_CLEARANCE_PX))
    .map((mark) => ({ top: mark.top, length: Math.max(MIN_LENGTH_PX, Math.round((mark.length / largest) * MAX_LENGTH_PX)) }));
}

/** Marks at least 4 px apart whose `length` is still the count of pictures. */
function mergeNear(months: readonly MonthCount[], height: number): ScrubberMark[] {
  const total = months.reduce((sum, month) => sum + month.count, 0);
  const marks: ScrubberMark[] = [];
  let before = 0;
  for (const { count } of months) {
    const top = (before / Math.max(1, total)) * height;
    const last = marks.at(-1);
    before += count;
    if (last && top - last.top < MIN_DISTANCE_PX) last.length += count;
    else marks.push({ top, length: count });
  }
  return marks;
}
