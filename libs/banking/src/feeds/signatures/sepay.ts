import { isSecret, signedAtMoment, type Verify } from './delivery';

/** design/bank-feeds.md, SePay. */
export const signedBySePay = signedAtMoment('x-sepay-timestamp', 'x-sepay-signature');

/** The key itself comes, as `Authorization: Apikey <KEY>`. */
export const keyOfSePay: Verify = ({ header }, secrets) => {
  const key = /^apikey\s+(\S+)\s*$/i.exec(header('authorization') ?? '')?.[1];
  return isSecret(key, secrets) ? 'verified' : 'bad';
};
