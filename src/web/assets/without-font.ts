/** GDS Transport is licensed for services on gov.uk alone, so its faces are taken out and Arial takes their place. */
export function withoutFont(stylesheet: string): string {
  return stylesheet.replaceAll(/@font-face\{[^}]*GDS Transport[^}]*\}/g, '').replaceAll(/"?GDS Transport"?,\s*/g, '');
}
