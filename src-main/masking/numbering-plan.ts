// Tells whether digits are a telephone number, from libphonenumber's plans. Patterns are compiled once a
// region and tried first; the library itself decides where regions share a country code.
import { type CountryCode, type MetadataJson, Metadata, isSupportedCountry, isValidPhoneNumber } from 'libphonenumber-js/core';
import metadataJson from 'libphonenumber-js/metadata.min';

const metadata: MetadataJson = metadataJson;

/** Library calls a message may spend; hostile text must not buy unlimited work. An ordinary message spends one. */
const CALLS_A_MESSAGE = 150;

/** Answers for one message. */
export interface PlanCheck {
  /** Whether `digits`, as dialled inside the country, are valid in one of the organisation's regions. */
  isNational(digits: string): boolean;
  /** Whether `digits`, country code first, are a valid number of any country. */
  isInternational(digits: string): boolean;
  /** The regions' own international prefixes before a country code ("00", "011"). */
  readonly exitCodes: readonly string[];
}

/** The library's plan of a region. The patterns are there at run time, its typings leave them out. */
interface PatternSource {
  nationalNumberPattern?(): string;
  nationalPrefixForParsing?(): string | undefined;
  nationalPrefixTransformRule?(): string | undefined;
}

interface Region {
  readonly country: CountryCode;
  readonly lengths: ReadonlySet<number>;
  /** Matches what may be valid; undefined where only the library can tell. */
  readonly pattern: RegExp | undefined;
  /** The pattern alone decides: no other region has the country code. */
  readonly alone: boolean;
  readonly exitCode: string;
}

const regionCache = new Map<CountryCode, Region>();

function regionOf(country: CountryCode): Region {
  const known = regionCache.get(country);
  if (known !== undefined) return known;
  const reader = new Metadata(metadata);
  reader.selectNumberingPlan(country);
  const plan = reader.numberingPlan;
  const source = plan as (typeof plan & PatternSource) | undefined;
  const national = source?.nationalNumberPattern?.();
  const prefix = source?.nationalPrefixForParsing?.();
  const simple = typeof national === 'string' && typeof source?.nationalPrefixTransformRule?.() !== 'string';
  const exitCode = plan?.IDDPrefix() ?? '';
  const sharers = Object.values(metadata.country_calling_codes).find((countries) => countries.includes(country)) ?? [];
  const region: Region = {
    country,
    // One digit more: the trunk prefix is not part of the possible lengths.
    lengths: new Set((plan?.possibleLengths() ?? []).flatMap((length) => [length, length + 1])),
    pattern: simple ? new RegExp(`^(?:${typeof prefix === 'string' && prefix !== '' ? prefix : ''})?(?:${national})$`) : undefined,
    alone: sharers.length === 1,
    exitCode: /^\d+$/.test(exitCode) ? exitCode : '00',
  };
  regionCache.set(country, region);
  return region;
}

/** The regions behind the country code that `digits` begin with, and the code's length. */
function regionsAbroad(digits: string): { readonly regions: readonly CountryCode[]; readonly length: number } | undefined {
  for (let length = 1; length <= 3; length += 1) {
    const regions = metadata.country_calling_codes[digits.slice(0, length)];
    if (regions !== undefined) return { regions, length };
  }
  return undefined;
}

function isInternational(digits: string): boolean {
  const abroad = regionsAbroad(digits);
  if (abroad === undefined) return false;
  const national = digits.slice(abroad.length);
  // A country's own regions come first; codes shared by many (1, 44, 7) have the same shape in all of them.
  return abroad.regions.slice(0, 3).some((country) => {
    const { lengths, pattern } = regionOf(country);
    return lengths.has(national.length) && (pattern?.test(national) ?? true);
  });
}

const isCountry = (code: string): code is CountryCode => isSupportedCountry(code as CountryCode, metadata);

/** Regions by ISO 3166 code; unknown codes are left out. Returns a maker of per-message checks. */
export function createPlans(regions: readonly string[]): () => PlanCheck {
  const plans = regions.map((code) => code.toUpperCase()).filter(isCountry).map(regionOf);
  // Patterns that decide alone cost nothing beside a library call: ask them first.
  plans.sort((a, b) => Number(b.alone) - Number(a.alone));
  const exitCodes = [...new Set(['00', ...plans.map(({ exitCode }) => exitCode)])];
  return () => {
    let left = CALLS_A_MESSAGE;
    const isValidIn = (digits: string, { country, lengths, pattern, alone }: Region): boolean => {
      if (!lengths.has(digits.length) || pattern?.test(digits) === false) return false;
      if (alone && pattern !== undefined) return true;
      left -= 1;
      // Out of budget: hiding a number too many is the safe side.
      return left < 0 || isValidPhoneNumber(digits, country, metadata);
    };
    return {
      exitCodes,
      isInternational,
      isNational: (digits) => plans.some((plan) => isValidIn(digits, plan)),
    };
  };
}
