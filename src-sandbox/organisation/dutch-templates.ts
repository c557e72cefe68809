// The message templates of Halden & Vos in Dutch that are more than text: with pictures, branches and a place.
import { comingSlots, interactive, type Template } from './template-parts.ts';
import { dryer, washer } from './template-pictures.ts';

const question = 'Welk apparaat heeft u?';
const images = [{ identifier: 'was', data: washer, description: 'Wasmachine' }, { identifier: 'droog', data: dryer, description: 'Droger' }];

export const dutchTemplates = (now: number): readonly Template[] => [
  {
    id: 'online-afspraak', name: 'Online een afspraak maken', category: 'Reparatie', language: 'nl', shortcut: 'online', type: 'rich-link', capability: null,
    channelParams: {
      type: 'richLink', message: { text: 'https://www.haldenvos.example/nl/reparatie' },
      apple: { richLinkData: { url: 'https://www.haldenvos.example/nl/reparatie', title: 'Reparatie aanvragen', assets: { image: { data: washer, mimeType: 'image/png' } } } },
    },
  },
  {
    id: 'nog-garantie', name: 'Nog garantie?', category: 'Reparatie', language: 'nl', shortcut: 'nog', type: 'quick-reply', capability: 'QUICK',
    channelParams: interactive('Heeft uw apparaat nog garantie?', {
      'quick-reply': { summaryText: 'Heeft uw apparaat nog garantie?', items: [{ identifier: 'ja', title: 'Ja' }, { identifier: 'nee', title: 'Nee' }, { identifier: 'weet-niet', title: 'Weet ik niet' }] },
    }),
  },
  {
    id: 'welk-apparaat', name: question, category: 'Reparatie', language: 'nl', shortcut: 'apparaat', type: 'list-picker', capability: 'LIST',
    channelParams: interactive(question, {
      images,
      listPicker: { sections: [
        { title: 'Wasmachines', order: 0, multipleSelection: false, items: [
          { identifier: 'aria-8', title: 'Aria 8', subtitle: 'AW-8140, 8 kg', order: 0, style: 'icon', imageIdentifier: 'was' },
          { identifier: 'aria-9', title: 'Aria 9', subtitle: 'AW-9160, 9 kg', order: 1, style: 'icon', imageIdentifier: 'was' },
        ] },
        { title: 'Drogers', order: 1, multipleSelection: false, items: [{ identifier: 'lumen-7', title: 'Lumen 7', subtitle: 'LW-7012', order: 0, style: 'icon', imageIdentifier: 'droog' }] },
        { title: 'Ook controleren', order: 2, multipleSelection: true, items: [{ identifier: 'slang', title: 'Aanvoerslang', order: 0 }, { identifier: 'filter', title: 'Filter', order: 1 }] },
      ] },
    }, { title: question, subtitle: 'Tik om te kiezen', style: 'large', imageIdentifier: 'was' }, { title: 'Gekozen apparaat', style: 'icon' }),
  },
  {
    id: 'monteur-tijd', name: 'Afspraak met de monteur', category: 'Reparatie', language: 'nl', shortcut: 'tijd', type: 'time-picker', capability: 'TIME',
    channelParams: interactive('Wanneer mag de monteur komen?', {
      event: { identifier: 'monteur', title: 'Bezoek van de monteur', location: { title: 'Bij u thuis' }, timeslots: comingSlots(now) },
    }, { title: 'Bezoek van de monteur', subtitle: 'Kies een tijd', style: 'icon' }, { title: 'Gekozen tijd', style: 'icon' }),
  },
  {
    id: 'reparatie-aanvraag', name: 'Reparatieaanvraag', category: 'Reparatie', language: 'nl', shortcut: 'aanvraag', type: 'form', capability: 'FORM',
    channelParams: interactive('Reparatieaanvraag', {
      dynamic: { version: '1.2', template: 'messageForms', data: {
        splash: { header: 'Reparatieaanvraag', splashtext: 'Een paar vragen over {{customer.name}} en het apparaat.', buttonTitle: 'Beginnen' },
        startPageIdentifier: 'soort', showSummary: true,
        pages: [
          { pageIdentifier: 'soort', type: 'select', title: 'Klacht', subtitle: 'Wat is er aan de hand?', multipleSelection: false, items: [
            { identifier: 'lekt', title: 'Het lekt', value: 'lekt', nextPageIdentifier: 'waar' }, { identifier: 'lawaai', title: 'Het maakt lawaai', value: 'lawaai', nextPageIdentifier: 'sinds' },
          ] },
          { pageIdentifier: 'waar', type: 'select', title: 'Plaats', subtitle: 'Waar komt het water vandaan?', multipleSelection: true, nextPageIdentifier: 'sinds', items: [
            { identifier: 'deur', title: 'De deur', value: 'deur' }, { identifier: 'onder', title: 'Onderkant', value: 'onder' },
          ] },
          { pageIdentifier: 'sinds', type: 'datePicker', title: 'Sinds wanneer', subtitle: 'Wanneer begon het?', options: { dateFormat: 'dd-MM-yyyy', labelText: 'Datum' }, nextPageIdentifier: 'etage' },
          { pageIdentifier: 'etage', type: 'picker', title: 'Etage', subtitle: 'Op welke etage staat het?', pickerTitle: 'Etage', items: [
            { identifier: '0', title: 'Begane grond', value: '0' }, { identifier: '1', title: 'Eerste', value: '1' }, { identifier: '2', title: 'Hoger', value: '2' },
          ], nextPageIdentifier: 'opmerking' },
          { pageIdentifier: 'opmerking', type: 'input', title: 'Opmerking', subtitle: 'Wilt u nog iets kwijt?', options: { required: false, inputType: 'multiline', placeholder: 'Niet verplicht', maximumCharacterCount: 300 }, submitForm: true },
        ],
      } },
    }, { title: 'Reparatieaanvraag', subtitle: 'Vier of vijf vragen', style: 'icon' }, { title: 'Tik om uw antwoorden te zien.' }),
  },
];
