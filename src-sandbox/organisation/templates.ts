// The message templates of Halden & Vos in English, and the texts of both languages: every type that Apple Messages for Business shows.
import { dutchTemplates } from './dutch-templates.ts';
import { comingSlots, interactive, text, type Template } from './template-parts.ts';

/** Time slots lie in the coming days, so the list depends on `now` (ms since the epoch). */
export function messageTemplates(now: number): readonly Template[] {
  const slots = comingSlots(now);
  return [
    text('welkom', 'nl', 'Begroeting', 'Welkom', 'Goedendag {{customer.name}}, u spreekt met {{agent.name}} van Halden & Vos. Waarmee kan ik u helpen?'),
    text('hello', 'en', 'Greeting', 'Hello', 'Hello {{customer.name}}, this is {{agent.name}} from Halden & Vos. How can I help you?'),
    text('even-geduld', 'nl', 'Algemeen', 'Een ogenblik', 'Een ogenblik, ik zoek het voor u op.'),
    text('moment', 'en', 'General', 'One moment', 'One moment please, I am looking that up for you.'),
    text('monteur', 'nl', 'Reparatie', 'Monteur komt', 'De monteur komt op {{date}} tussen {{from}} en {{to}}. Ordernummer {{order}}.'),
    text('refund', 'en', 'Billing', 'Refund', 'The refund for order {{order}} will be on your account within three working days.', 1),
    text('afscheid', 'nl', 'Begroeting', 'Afscheid', 'Graag gedaan, {{customer.name}}. Fijne dag nog!'),
    {
      id: 'garantie-pdf', name: 'Garantievoorwaarden', category: 'Reparatie', language: 'nl', shortcut: 'garantie', type: 'text-with-attachments', capability: null,
      channelParams: { type: 'text-with-attachments', message: { text: 'Hierbij onze garantievoorwaarden.', attachments: [{ fileName: 'garantie.pdf', mimeType: 'application/pdf', fileUrl: '/v2/attachments/library-warranty' }] } },
    },
    {
      id: 'book-online', name: 'Book a repair online', category: 'Repair', language: 'en', shortcut: 'book', type: 'rich-link', capability: null,
      channelParams: {
        type: 'richLink', message: { text: 'https://www.haldenvos.example/repairs' },
        apple: { richLinkData: { url: 'https://www.haldenvos.example/repairs', title: 'Book a repair', assets: {} } },
      },
    },
    {
      id: 'under-warranty', name: 'Under warranty?', category: 'Repair', language: 'en', shortcut: 'warranty', type: 'quick-reply', capability: 'QUICK',
      channelParams: interactive('Is your machine still under warranty?', {
        'quick-reply': { summaryText: 'Is your machine still under warranty?', items: [{ identifier: 'yes', title: 'Yes' }, { identifier: 'no', title: 'No' }, { identifier: 'unsure', title: 'I’m not sure' }] },
      }),
    },
    {
      id: 'which-machine', name: 'Which machine?', category: 'Repair', language: 'en', shortcut: 'machine', type: 'list-picker', capability: 'LIST',
      channelParams: interactive('Which machine do you have?', {
        listPicker: { sections: [
          { title: 'Washing machines', order: 0, multipleSelection: false, items: [{ identifier: 'aria-8', title: 'Aria 8', subtitle: 'AW-8140, 8 kg', order: 0, style: 'icon' }, { identifier: 'aria-9', title: 'Aria 9', subtitle: 'AW-9160, 9 kg', order: 1, style: 'icon' }] },
          { title: 'Dryers', order: 1, multipleSelection: false, items: [{ identifier: 'lumen-7', title: 'Lumen 7', subtitle: 'LW-7012', order: 0, style: 'icon' }] },
        ] },
      }, { title: 'Which machine do you have?', subtitle: 'Tap to choose', style: 'icon' }, { title: 'Selected machine', style: 'icon' }),
    },
    {
      id: 'technician-visit', name: 'Technician visit', category: 'Repair', language: 'en', shortcut: 'visit', type: 'time-picker', capability: 'TIME',
      channelParams: interactive('When may the technician come?', { event: { identifier: 'technician-visit', title: 'Technician visit', timezoneOffset: 60, timeslots: slots } }, { title: 'Technician visit', subtitle: 'Choose a time', style: 'icon' }, { title: 'Chosen time', style: 'icon' }),
    },
    {
      id: 'repair-request', name: 'Repair request', category: 'Repair', language: 'en', shortcut: 'form', type: 'form', capability: 'FORM',
      channelParams: interactive('Repair request', {
        dynamic: { version: '1.2', template: 'messageForms', data: {
          startPageIdentifier: 'fault', showSummary: true,
          pages: [
            { pageIdentifier: 'fault', type: 'select', title: 'Fault', subtitle: 'What is wrong?', multipleSelection: false, items: [{ identifier: 'leak', title: 'It leaks', value: 'leak', nextPageIdentifier: 'since' }, { identifier: 'noise', title: 'It is noisy', value: 'noise', nextPageIdentifier: 'since' }] },
            { pageIdentifier: 'since', type: 'datePicker', title: 'Since when', subtitle: 'When did it start?', options: { dateFormat: 'MM/dd/yyyy', labelText: 'Date' }, nextPageIdentifier: 'remarks' },
            { pageIdentifier: 'remarks', type: 'input', title: 'Remarks', subtitle: 'Anything else?', options: { required: false, inputType: 'multiline', placeholder: 'Optional', maximumCharacterCount: 300 }, submitForm: true },
          ],
        } },
      }, { title: 'Repair request', subtitle: 'Three questions', style: 'icon' }, { title: 'Tap to view your response.' }),
    },
    {
      id: 'warranty-terms', name: 'Warranty terms', category: 'Repair', language: 'en', shortcut: 'terms', type: 'text-with-attachments', capability: null,
      channelParams: { type: 'text-with-attachments', message: { text: 'Here are our warranty terms.', attachments: [{ fileName: 'warranty.pdf', mimeType: 'application/pdf', fileUrl: '/v2/attachments/library-warranty' }] } },
    },
    ...dutchTemplates(now),
  ];
}
