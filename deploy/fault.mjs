/** What keeps a release from being made; the message is for who makes it. */
export class ReleaseFault extends Error {}
