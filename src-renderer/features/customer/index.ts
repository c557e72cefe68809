// What is known of the customer of the open conversation.
export { CustomerDetails } from './customer-details.tsx';
export { shortName } from './names.ts';
