// Asks libphonenumber whether digits are a telephone number of a region, with a budget a message: hostile
// text must not buy unlimited work. The library checks candidates only; it never searches.
import { type CountryCode, type MetadataJson, Metadata, isSupportedCountry, isValidPhoneNumber } from 'libphonenumber-js/core';
import metadataJson from 'libphonenumber-js/metadata.min';

const metadata: MetadataJson = metadataJson;

/** Checks a message may spend; an ordinary message spends two or three. */
const CHECKS_A_MESSAGE = 400;

/** Answers for one message. */
export interface PlanCheck {
  /** Whether `digits`, as dialled inside the country, are valid in one of the organisation's regions. */
  isNational(digits: string): boolean;
  /** Whether `digits` after a "+" are a valid number. */
  isInternational(digits: string): boolean;
  /** The regions' own international prefixes before a country code ("00", "011"). */
  readonly exitCodes: readonly string[];
}

interface Region {
  readonly country: CountryCode;
  readonly lengths: ReadonlySet<number>;
}

/** Regions by ISO 3166 code; unknown codes are left out. Returns a maker of per-message checks. */
export function createPlans(regions: readonly string[]): () => PlanCheck {
  const known = regions.map((code) => code.toUpperCase()).filter((code): code is CountryCode => isSupportedCountry(code as CountryCode, metadata));
  const plans: Region[] = [];
  const exitCodes = new Set(['00']);
  for (const country of known) {
    const reader = new Metadata(metadata);
    reader.selectNumberingPlan(country);
    // One digit more: the trunk prefix is not part of the possible lengths.
    const lengths = new Set((reader.numberingPlan?.possibleLengths() ?? []).flatMap((length) => [length, length + 1]));
    const exit = reader.numberingPlan?.IDDPrefix() ?? '';
    if (/^\d+$/.test(exit)) exitCodes.add(exit);
    plans.push({ country, lengths });
  }
  const prefixes = [...exitCodes];
  return () => {
    let left = CHECKS_A_MESSAGE;
    return {
      exitCodes: prefixes,
      isNational(digits) {
        for (const plan of plans) {
          if (!plan.lengths.has(digits.length)) continue;
          left -= 1;
          // Out of budget: hiding a number too many is the safe side.
          if (left < 0) return digits.startsWith('0');
          if (isValidPhoneNumber(digits, plan.country, metadata)) return true;
        }
        return false;
      },
      isInternational(digits) {
        left -= 1;
        return left < 0 || isValidPhoneNumber(`+${digits}`, metadata);
      },
    };
  };
}
