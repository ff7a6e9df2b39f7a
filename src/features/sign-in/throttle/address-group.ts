import { isIPv4, isIPv6 } from 'node:net';

/** What is counted as one address: an IPv4 address, or the half of an IPv6 address that one customer is given (/64). */
export function addressGroup(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '').replace(/%.*$/, '');
  if (isIPv4(plain)) return plain;
  return isIPv6(plain) ? `${firstHalf(plain)}::/64` : 'unknown';
}

function firstHalf(address: string): string {
  const [before = '', after] = address.toLowerCase().split('::');
  const groups = (text: string | undefined) => (text === undefined || text === '' ? [] : text.split(':'));
  const [start, end] = [groups(before), groups(after)];
  // An IPv4 tail stands for two groups.
  const taken = start.length + end.length + (/\./.test(address) ? 1 : 0);
  const all = [...start, ...Array.from({ length: after === undefined ? 0 : 8 - taken }, () => '0'), ...end];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
