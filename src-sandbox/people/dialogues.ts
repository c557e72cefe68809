// What simulated customers of an appliance company write, in Dutch and English. `{phone}` and `{mail}` are the customer's own.
import { formAnswered, largeAnswer, liked, machineAnswered, machineAsked, receipt, type Said } from './apple-words.ts';
import type { DeviceName } from './devices.ts';
import { heicPhoto, photo, voiceMemo } from './files.ts';

export interface Dialogue {
  readonly id: string;
  readonly language: 'nl' | 'en';
  readonly queue: 'Repairs NL' | 'Billing NL';
  readonly device: DeviceName;
  readonly intent: string;
  readonly group: string;
  readonly order: string;
  readonly product: string;
  /** Written at once when the chat opens. */
  readonly opening: readonly Said[];
  /** One more each time the agent has written. */
  readonly replies: readonly Said[];
  /** After the last reply: deletes the thread, or leaves it to the agent to end. */
  readonly ending: 'leaves' | 'stays';
}

export const dialogues: readonly [Dialogue, ...Dialogue[]] = [
  {
    id: 'e18-en', language: 'en', queue: 'Repairs NL', device: 'mac', intent: 'repair-visit', group: 'service-nl', order: 'HV-204 881', product: 'Aria 8 · AW-8140',
    opening: ['Hi, my washing machine stops halfway and shows E18. You can reach me on {phone} or {mail}'],
    replies: ['It is the Aria 8, about a year old', 'No, the filter is clean. I checked it twice', 'Wednesday morning would be fine', 'Great, thank you! 😊'],
    ending: 'stays',
  },
  {
    id: 'dryer-nl', language: 'nl', queue: 'Repairs NL', device: 'iPhone', intent: 'repair-visit', group: 'service-nl', order: 'HV-198 340', product: 'Lumen 7 · LW-7012',
    opening: ['Goedemiddag, mijn droger wordt niet meer warm.', 'Hij draait wel gewoon.'],
    replies: ['Een Lumen 7, drie jaar oud', 'Mijn nummer is {phone}', 'Donderdag kan ik de hele dag', 'Top, dank u wel!'],
    ending: 'leaves',
  },
  {
    id: 'invoice-nl', language: 'nl', queue: 'Billing NL', device: 'oldIPhone', intent: 'invoice', group: 'billing-nl', order: 'HV-201 117', product: 'Aria 9 · AW-9160',
    opening: ['Hallo, er staat € 49,00 voorrijkosten op mijn factuur maar ik heb garantie'],
    replies: ['Factuurnummer 2026-10-4471', 'Mail: {mail}', 'Oké, hoe lang duurt de terugbetaling?', 'Dank je wel, dat is duidelijk'],
    ending: 'stays',
  },
  {
    id: 'delivery-en', language: 'en', queue: 'Repairs NL', device: 'iPad', intent: 'delivery', group: 'service-nl', order: 'HV-209 450', product: 'Nova 60 · DN-6031',
    opening: ['Hello! Can I move the delivery of my dishwasher to next week?'],
    replies: ['Order HV-209 450', 'Tuesday after five, if that is possible', 'Perfect, please send the confirmation to {mail}'],
    ending: 'leaves',
  },
  {
    id: 'address-nl', language: 'nl', queue: 'Billing NL', device: 'mac', intent: 'account', group: 'billing-nl', order: 'HV-187 002', product: 'Aria 8 · AW-8140',
    opening: ['Wij zijn verhuisd, hoe wijzig ik ons factuuradres?'],
    replies: ['Het wordt Kastanjelaan 12, 3512 AB Utrecht', 'Ja, en het telefoonnummer is nu {phone}', 'Nee hoor, dat was alles 👍'],
    ending: 'stays',
  },
  {
    id: 'noise-en', language: 'en', queue: 'Repairs NL', device: 'watch', intent: 'advice', group: 'service-nl', order: 'HV-176 903', product: 'Frost 4 · FR-4110',
    opening: ['My fridge hums louder than usual'],
    replies: ['Since yesterday', 'Yes it is level', 'That helped, thanks'],
    ending: 'leaves',
  },
  {
    id: 'double-charge-en', language: 'en', queue: 'Billing NL', device: 'switching', intent: 'invoice', group: 'billing-nl', order: 'HV-211 624', product: 'Nova 60 · DN-6031',
    opening: ['I was charged twice for order HV-211 624', 'Both payments left my account on Friday'],
    replies: ['You can call me on {phone}', 'Yes, the same amount both times', 'Thank you, I will wait for the refund'],
    ending: 'stays',
  },
  {
    id: 'leak-nl', language: 'nl', queue: 'Repairs NL', device: 'unknown', intent: 'repair-visit', group: 'service-nl', order: 'HV-193 771', product: 'Nova 45 · DN-4520',
    opening: ['Help, mijn vaatwasser lekt!'],
    replies: ['Ja de kraan is dicht', 'Onder de deur, aan de linkerkant', 'Bel me maar op {phone}', 'Fijn, tot morgen dan'],
    ending: 'stays',
  },
  {
    id: 'machine-en', language: 'en', queue: 'Repairs NL', device: 'iPhone', intent: 'repair-visit', group: 'service-nl', order: 'HV-214 090', product: 'Aria 8 · AW-8140',
    opening: ['Hello, my machine has become very loud', machineAsked, machineAnswered],
    replies: [liked, receipt, largeAnswer, formAnswered, 'Thank you for your help'],
    ending: 'stays',
  },
  {
    id: 'photo-en', language: 'en', queue: 'Repairs NL', device: 'iPhone', intent: 'repair-visit', group: 'service-nl', order: 'HV-215 377', product: 'Aria 8 · AW-8140',
    opening: ['Hi, my machine beeps and then nothing happens', photo],
    replies: [heicPhoto, voiceMemo, receipt, 'Perfect, thank you'],
    ending: 'stays',
  },
];

export interface Persona {
  readonly name: string;
  readonly number: string;
  readonly mail: string;
}

export const personas: readonly [Persona, ...Persona[]] = [
  { name: 'Melissa Jansen', number: '+31612347542', mail: 'melissa@gmail.example' },
  { name: 'Daan Visser', number: '+31622903381', mail: 'daan.visser@example.nl' },
  { name: 'Youssef El Amrani', number: '+31634418805', mail: 'youssef@example.nl' },
  { name: 'Emma Lindqvist', number: '+46701740619', mail: 'emma.lindqvist@example.se' },
  { name: 'Thomas Okafor', number: '+447700900542', mail: 't.okafor@example.co.uk' },
  { name: 'Noor van den Berg', number: '+31645550193', mail: 'noorvdberg@example.nl' },
  { name: 'Lieke Smit', number: '+31655128870', mail: 'lieke.smit@example.nl' },
  { name: 'Bram de Boer', number: '+31610987654', mail: 'bramdeboer@example.nl' },
  { name: 'Fatima Bouzid', number: '+31687201146', mail: 'f.bouzid@example.nl' },
  { name: 'Oliver Hayes', number: '+447700900187', mail: 'oliver@example.co.uk' },
  { name: 'Sofie Claes', number: '+32470123498', mail: 'sofie.claes@example.be' },
  { name: 'Ruben Mulder', number: '+31620334455', mail: 'ruben.mulder@example.nl' },
];
