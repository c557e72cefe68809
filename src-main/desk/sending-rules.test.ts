// What is asked about before it goes to a customer.
import { describe, expect, it, test } from 'vitest';
import { createMasker } from '../masking/index.ts';
import { whyAsked } from './sending-rules.ts';

const masker = createMasker({ regions: ['US', 'NL'] });

describe('the question before sending', () => {
  it.each([
    ['CARD', 'Is it 5425 2334 3010 9903?'], ['IBAN', 'Then NL91 ABNA 0417 1643 00, right?'], ['SSN', 'Is your social security number 457-55-2962?'],
    ['IBAN,CARD', 'Pay from nl91abna0417164300 or 5425233430109903'],
  ])('is about %s', (kinds, text) => {
    const asked = whyAsked(masker, text);
    expect(asked?.code).toBe('sensitiveText');
    expect(String(asked?.values?.['kinds']).split(',').toSorted()).toEqual(kinds.split(',').toSorted());
  });

  test('does not keep an agent from giving an address, a number to call or an order', () => {
    for (const text of ['Mail help@example.com', 'Call us on +31 20 623 4471', 'Your order 4500123987 of 12-05-2026 is on its way', '']) expect(whyAsked(masker, text)).toBeNull();
  });
});
