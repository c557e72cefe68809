import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orgIdOfToken } from './token.ts';

const jwt = (claims: unknown) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;

it('takes the realm of a JWT, else the third part of an opaque token', () => {
  expect(orgIdOfToken(jwt({ realm: 'org-é-1', sub: 'a_b_c' }))).toBe('org-é-1');
  expect(orgIdOfToken('x_local_6ecef209-9a34-4ed1-a07a-7ddd1dbe925a')).toBe('6ecef209-9a34-4ed1-a07a-7ddd1dbe925a');
  expect(orgIdOfToken('NmFj_PF84_org-2')).toBe('org-2');
});

it('answers null for anything else and never throws', () => {
  for (const token of ['', 'x', 'a.b.c', 'a_b', 'a_b_', jwt({ realm: 7 }), jwt('text'), 'x'.repeat(30_000)]) expect(orgIdOfToken(token), token.slice(0, 30)).toBeNull();
  fc.assert(fc.property(fc.string(), (token) => { orgIdOfToken(token); }));
  fc.assert(fc.property(fc.string({ minLength: 1 }), (realm) => orgIdOfToken(jwt({ realm })) === realm));
});
