// Every failure an agent can meet. Each code has a sentence in the catalogues (`failure.<code>`) that says what happened and what to do.

export const failureCodes = [
  // reaching the contact centre
  'centreUnreachable', // nothing answers at the address
  'centreRefused', // it answered, but not as a contact centre does
  'tokenRefused', // 401: sign in again
  'forbidden', // 403: the agent may not do this
  'signInCancelled',
  'signInTimedOut',
  'browserUnavailable', // the system browser could not be opened
  'clientIdMissing', // no OAuth client id is configured for a Webex region
  'sandboxFailed', // the local sandbox did not start
  'loginRefused', // AgentStationLoginFailed; `reason` says which
  'logoutRefused',
  // commands
  'notConnected', // needs a live connection; nothing was sent
  'outcomeUnknown', // no notification within 20 s: the server's state decides
  'refusedByCentre', // any other refusal; `reason` is the centre's own word
  'taskGone', // the task is not there any more
  'notAvailableNow', // the rules do not allow it in this phase
  'openTasks', // sign-out while a task or an offer is open; `count`
  'destinationUnavailable', // transfer or conference target is not available any more
  'transferNotAccepted', // the agent it was handed over to did not take it: the request was dropped; `name`
  'invitationNotAccepted', // the agent asked into the chat did not come; `name`
  'notesRefused', // the notes of a wrap-up were not taken; the wrap-up itself was not tried
  'signedOutInactive', // nothing was done for as long as the policy allows; `minutes`
  'capacityReached',
  'fileNotSaved', // what the agent asked to be written could not be written there
  'dataTooLong', // a value of associated data is `by` bytes too long
  'linkNotOpened', // the system browser did not take a link of a message
  // sending
  'tooLong', // `by` characters too many
  'empty',
  'sensitiveText', // holds what may not be asked for or given in a chat; `kinds` as in SensitiveKind, joined by commas
  'customerLeft',
  'assetRemoved',
  'rejected',
  'tooLarge',
  'unsupportedByDevice',
  'rateLimited',
  'internal',
  // files
  'fileGone', // the contact centre does not have the file (any more)
  'fileUnreachable', // the connection was away or too slow; it can be tried again
  'fileElsewhere', // the file is not kept by the contact centre; it is not fetched from anywhere else
  'fileTooLargeToShow', // a picture above what the window draws; it can be saved
  'fileNotPicture', // it is called a picture and is none that can be drawn
  'fileIsProgram', // it could run something on the agent's computer
  'setByOrganisation', // the administrator's policy sets it
  'notDoneHere', // this computer did not do it: a file of the system that cannot be written
  'fileNotSaved', // the disk did not take it
  'capabilitiesUnknown', // nothing is known of the customer's device yet, and not every device shows this
  'templateUnready', // something is missing or wrong; `count` places
  'templateWithdrawn', // not in the library any more, or not to be used
  'slotsPassed', // a time that was offered is over
  'badAddress', // no address a link can have
  'pictureUnusable', // no picture that can be drawn, or none that can be made small enough
  'cardWaiting', // another card waits beside the compose box
  'attachmentsNotAllowed', // by policy
  'tooManyFiles', // `max`
  'fileTooLarge', // `max` megabytes
  'fileTypeNotAllowed',
  'fileEmpty',
  'fileUnreadable', // it could not be read (any more), or is a folder
  'fileNotKept', // this computer could not keep it safe until it is sent (disk full)
  'fileRefused', // the contact centre did not take it
  'filesNotReady', // files of the message are not taken in yet, or cannot be sent
  // the bridge
  'badCommand', // the arguments do not fit the contract
] as const;

export type FailureCode = (typeof failureCodes)[number];

/** `values` fill the placeholders of the sentence (counts, the centre's own reason). Never customer text. */
export interface Failure {
  readonly code: FailureCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

export const failure = (code: FailureCode, values?: Readonly<Record<string, string | number>>): Failure =>
  values ? { code, values } : { code };
