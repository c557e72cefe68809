// Reads the habits with templates of the preferences file; what cannot be read is as if it had never been.
import * as v from 'valibot';
import { noHabits, type TemplateHabits } from '../../src-shared/domain/template.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const schema = v.fallback(v.object({
  favourites: v.fallback(v.array(v.string()), []),
  used: v.fallback(v.record(v.string(), v.object({ uses: count, lastUsedAt: count })), {}),
}), { favourites: [], used: {} });

export const readHabits = (stored: unknown): TemplateHabits => (stored === undefined ? noHabits : v.parse(schema, stored));
