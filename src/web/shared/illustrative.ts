/** The tag that stands wherever something was made up. Its words are the same on every page. */
export function illustrativeTag(illustrative: boolean): Tag | undefined {
  return illustrative ? { text: 'Illustrative', classes: 'govuk-tag--purple' } : undefined;
}

/** The arguments of GOV.UK's tag. */
export interface Tag {
  readonly text: string;
  readonly classes: string;
}
