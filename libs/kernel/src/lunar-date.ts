import { businessDate, daysBetween, type BusinessDate } from './time';

/** A day of the Vietnamese lunar calendar (âm lịch). */
export interface LunarDate {
  day: number;
  month: number;
  year: number;
  /** Tháng nhuận: a second month of the same number. */
  isLeapMonth: boolean;
}

/** The twelve days of the zodiac (chi) in their order: Tý, Sửu, Dần, Mão, Thìn, Tỵ, … */
export const BRANCHES = [
  'rat',
  'ox',
  'tiger',
  'cat',
  'dragon',
  'snake',
  'horse',
  'goat',
  'monkey',
  'rooster',
  'dog',
  'pig',
] as const;
export type Branch = (typeof BRANCHES)[number];

// Days are counted as Julian day numbers; formulas after Jean Meeus, Astronomical Formulae for
// Calculators (new moon, longitude of the sun), rules of the calendar after Hồ Ngọc Đức,
// https://www.informatik.uni-leipzig.de/~duc/amlich/calrules_en.html (docs/adr/0015).
const DAY_ONE = businessDate('1970-01-01');
const NUMBER_OF_DAY_ONE = 2_440_588;
const NEW_MOON_OF_1900 = 2_415_021.076_998_695;
const MOONS_EVERY = 29.530_588_853;
/** Days begin at midnight of the meridian 105° East. */
const OFFSET = 7 / 24;

const dayNumberOf = (day: BusinessDate) => NUMBER_OF_DAY_ONE + daysBetween(DAY_ONE, day);
const sinOf = (degrees: number) => Math.sin((degrees * Math.PI) / 180);

/** The day of the zodiac: one of twelve that follow each other without end. */
export function branchOf(day: BusinessDate): Branch {
  return BRANCHES[(((dayNumberOf(day) + 1) % 12) + 12) % 12] ?? 'rat';
}

/**
 * The lunar date of a day as Vietnam counts, whose days begin at 105° East. Checked day by day
 * against published tables from 1968 to 2053 (docs/adr/0015); later a new moon near midnight may
 * fall on the other day: five lunar months until 2150.
 */
export function lunarDateOf(day: BusinessDate): LunarDate {
  const number = dayNumberOf(day);
  const year = Number(day.slice(0, 4));
  const moon = Math.floor((number - NEW_MOON_OF_1900) / MOONS_EVERY);
  const next = newMoonDay(moon + 1);
  const first = next <= number ? next : newMoonDay(moon);
  const [from, to] = eleventhMonth(year) <= first ? [year, year + 1] : [year - 1, year];
  const eleventh = eleventhMonth(from);
  const months = Math.round((first - eleventh) / MOONS_EVERY);
  const leap = eleventhMonth(to) - eleventh > 365 ? monthsToLeap(eleventh) : null;
  const counted = leap !== null && months >= leap ? months - 1 : months;
  return {
    day: number - first + 1,
    month: ((counted + 10) % 12) + 1,
    year: counted >= 2 ? from + 1 : from,
    isLeapMonth: months === leap,
  };
}

/** The day on which the k-th new moon after the one of 1 January 1900 falls in Hà Nội. */
function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const mean =
    2_415_020.759_33 +
    29.530_588_68 * k +
    t * t * (0.000_117_8 - 0.000_000_155 * t) +
    0.000_33 * sinOf(166.56 + t * (132.87 - 0.009_173 * t));
  const sun = 359.2242 + 29.105_356_08 * k - t * t * (0.000_033_3 + 0.000_003_47 * t);
  const moon = 306.0253 + 385.816_918_06 * k + t * t * (0.010_730_6 + 0.000_012_36 * t);
  const node = 21.2964 + 390.670_506_46 * k - t * t * (0.001_652_8 + 0.000_002_39 * t);
  const dynamicalLead = -0.000_278 + t * (0.000_265 + 0.000_262 * t);
  const at = mean + phaseCorrection(t, sun, moon, node) - dynamicalLead;
  return Math.floor(at + 0.5 + OFFSET);
}

/** How far the true new moon is from the mean one, in days. */
function phaseCorrection(t: number, sun: number, moon: number, node: number): number {
  return (
    (0.1734 - 0.000_393 * t) * sinOf(sun) +
    0.0021 * sinOf(2 * sun) -
    0.4068 * sinOf(moon) +
    0.0161 * sinOf(2 * moon) -
    0.0004 * sinOf(3 * moon) +
    0.0104 * sinOf(2 * node) -
    0.0051 * sinOf(sun + moon) -
    0.0074 * sinOf(sun - moon) +
    0.0004 * sinOf(2 * node + sun) -
    0.0004 * sinOf(2 * node - sun) -
    0.0006 * sinOf(2 * node + moon) +
    0.001 * sinOf(2 * node - moon) +
    0.0005 * sinOf(2 * moon + sun)
  );
}

/** In which twelfth of its way the sun stands when a day begins; 9 begins with the winter solstice. */
function sunTwelfth(dayNumber: number): number {
  const t = (dayNumber - 2_451_545.5 - OFFSET) / 36_525;
  const anomaly = 357.5291 + t * (35_999.0503 - t * (0.000_155_9 + 0.000_000_48 * t));
  const longitude =
    280.466_45 +
    t * (36_000.769_83 + 0.000_303_2 * t) +
    (1.9146 - t * (0.004_817 + 0.000_014 * t)) * sinOf(anomaly) +
    (0.019_993 - 0.000_101 * t) * sinOf(2 * anomaly) +
    0.000_29 * sinOf(3 * anomaly);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

/** The first day of the lunar month that holds a year's winter solstice: always the eleventh. */
function eleventhMonth(year: number): number {
  const lastOfYear = dayNumberOf(businessDate(`${year}-12-31`));
  const k = Math.floor((lastOfYear - 2_415_021) / MOONS_EVERY);
  const start = newMoonDay(k);
  return sunTwelfth(start) >= 9 ? newMoonDay(k - 1) : start;
}

/** In a year of thirteen months: how many months after the eleventh the leap month is. */
function monthsToLeap(eleventh: number): number {
  const k = Math.floor((eleventh - NEW_MOON_OF_1900) / MOONS_EVERY + 0.5);
  const twelfths = Array.from({ length: 15 }, (_, at) => sunTwelfth(newMoonDay(k + at)));
  // The month in which the sun enters no new twelfth.
  return twelfths.findIndex((twelfth, at) => at > 0 && twelfth === twelfths[at + 1]);
}
