import { Paragraph } from "./_layout.tsx";

/** What somebody wrote: blank lines part its paragraphs, a line stays a line, and an address can be pressed. */
export function Written({ text }: { text: string }) {
  return text.split(/\n{2,}/).map((paragraph, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never move
    <Paragraph key={index}>{lines(paragraph)}</Paragraph>
  ));
}

function lines(paragraph: string) {
  return paragraph.split("\n").map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
    <span key={index}>
      {index > 0 && <br />}
      {line.split(/(https?:\/\/[^\s<>]+)/).map((piece, at) =>
        at % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces never move
          <a key={at} href={piece}>
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </span>
  ));
}
