const OWN_PAGE = /^\/app(\/[A-Za-z0-9._~%/-]*)?(\?[A-Za-z0-9._~%&=+,:-]*)?$/;

/** Where people go on to after signing in: a page of our own, whatever the link said. */
export function returnAddress(asked: string | undefined): string {
  return asked && OWN_PAGE.test(asked) && !asked.includes('//') ? asked : '/app/';
}
