// Two customers who write every canary value in every way a message can carry one: the first opens the chat that is read, the second the one that waits.
import { canary, fullWidth } from '../fixtures/canary.ts';
import type { Sandbox } from '../fixtures/sandbox.ts';
import { openChat, type Customer } from './customer.ts';

const { card, iban, ssn, email, phone, split } = canary;
const kinds = [card, iban, ssn, email, phone];
const sentence = (write: (kind: { readonly plain: string; readonly spaced: string }) => string): string => {
  const [cardText, ibanText, ssnText, emailText, phoneText] = kinds.map(write);
  return `My card ${String(cardText)}, IBAN ${String(ibanText)}, social security number ${String(ssnText)}, mail ${String(emailText)}, phone ${String(phoneText)}.`;
};
const everything = { plain: sentence(({ plain }) => plain), spaced: sentence(({ spaced }) => spaced), fullWidth: sentence(({ plain }) => fullWidth(plain)) };

/** The last line of each customer: when it is there, so is the rest. */
export const lastLine = 'That is all I have.';

const textOf = (text: string, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({ text, ...more });

const file = (fileName: string): Record<string, unknown> => ({ fileName, mimeType: 'image/jpeg', fileUrl: 'https://files.example/1', size: 1_000 });

const plainValues = kinds.map(({ plain }) => plain);

/** An answer in Apple's form. */
const answer = (data: Readonly<Record<string, unknown>>, question: string): Readonly<Record<string, unknown>> => ({
  type: 'interactive', message: textOf(''),
  apple: { interactiveData: { data: { version: '1.0', requestIdentifier: `asked-${card.plain}`, ...data }, receivedMessage: { title: question, subtitle: phone.spaced } } },
});

/** Content beyond plain text: files, the answers to what agents send, what is spoilt, and what no app knows. */
const payloads: readonly Readonly<Record<string, unknown>>[] = [
  { type: 'text-with-attachments', message: textOf('', { attachments: [file(`scan ${card.plain}.jpg`), file(`${iban.plain}.pdf`), file(`ssn ${ssn.plain}.png`), file(`${email.plain}.vcf`), file(`bel ${phone.plain}.heic`)] }) },
  answer({
    replyMessage: { title: everything.plain, alternateTitle: everything.plain },
    listPicker: { sections: [{ title: email.plain, order: 0, items: plainValues.map((value, order) => ({ identifier: value, title: value, subtitle: fullWidth(value), order })) }] },
  }, everything.plain),
  answer({
    dynamic: {
      version: '1.2', template: 'messageForms',
      selections: kinds.map(({ plain, spaced }) => ({ pageIdentifier: plain, title: `Which ${plain}?`, items: [{ identifier: plain, title: spaced, value: plain }, { value: fullWidth(plain) }] })),
    },
  }, everything.spaced),
  answer({ 'quick-reply': { summaryText: everything.plain, items: plainValues.map((value) => ({ identifier: value, title: value })), selectedIndex: 0 } }, email.plain),
  { type: 'richLink', message: textOf(`https://example.com/?mail=${email.plain}`), apple: { richLinkData: { url: `https://example.com/?mail=${email.plain}&card=${card.plain}`, title: everything.plain } } },
  { type: 'text', message: textOf(`Liked “${everything.plain}”`) },
  { type: 'interactive', message: textOf(`Form: ${everything.plain}`), apple: { data: { listPicker: everything.plain } } },
  { type: `x-${email.plain}`, message: textOf(everything.plain), apple: { secret: everything.plain } },
];

const links = [
  `https://example.com/reset?mail=${email.plain.replace('@', '%40')}&card=${card.plain}`, `mailto:${email.plain}`, `tel:${phone.plain}`,
  `sms:${phone.plain}&body=${card.plain}`,
];

const say = async (customer: Customer, texts: readonly string[]): Promise<void> => {
  for (const text of texts) await customer.say(text);
};

/** Whose name is an e-mail address and whose number is the telephone number. */
export const openCanaryChat = (sandbox: Sandbox): Promise<Customer> =>
  openChat(sandbox, everything.plain, {
    name: email.plain, number: phone.plain, intent: `order ${email.plain}`,
    variables: { Account: iban.spaced, Contact: email.plain, Card: card.spaced },
  });

export async function writeCanaries(customer: Customer): Promise<void> {
  await say(customer, [everything.spaced, everything.fullWidth, ...links]);
  for (const payload of payloads) await customer.post(payload);
  for (const parts of [split.card, split.iban, split.ssn, split.email, split.phone]) {
    // A break between the values, so that each is found for itself.
    await say(customer, [...parts, 'And then there is:']);
  }
  await customer.say(lastLine);
}

/** A chat that is not looked at: what it says reaches the agent as preview and notification. */
export async function writeNews(customer: Customer): Promise<void> {
  await say(customer, [everything.plain, everything.spaced, everything.fullWidth]);
}
