import type { ReactNode } from "react";
import { Body, Button, Container, Head, Hr, Html, Preview, Section, Text } from "react-email";

type LayoutProps = {
  /** Read on a locked phone: it says nothing that only the person may know. */
  preview: string;
  clinic: { name: string; crisisLine: string; address?: string };
  children: ReactNode;
};

export function Layout({ preview, clinic, children }: LayoutProps) {
  return (
    <Html lang="en" dir="ltr">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <style>{dark}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body
        className="k-bg"
        style={{ backgroundColor: "#f3f6f4", fontFamily: sans, margin: 0, padding: "32px 16px" }}
      >
        <Container style={{ maxWidth: "34rem", margin: "0 auto" }}>
          <Text
            className="k-ink"
            style={{ ...serifText, fontSize: "20px", lineHeight: "28px", margin: "0 0 16px 4px" }}
          >
            {clinic.name}
          </Text>
          <Section
            className="k-card"
            style={{
              backgroundColor: "#ffffff",
              border: "1px solid #d9e2dd",
              borderRadius: "18px",
              padding: "32px 28px 28px",
            }}
          >
            {children}
          </Section>
          <Section style={{ padding: "20px 4px 0" }}>
            <SmallPrint>{clinic.crisisLine}</SmallPrint>
            <SmallPrint>{[clinic.name, clinic.address].filter(Boolean).join(", ")}</SmallPrint>
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

/** A heading by its role, because the plain text would shout a heading by its tag in capitals. */
export function Title({ children }: { children: ReactNode }) {
  return (
    <Text
      role="heading"
      aria-level={1}
      className="k-ink"
      style={{
        ...serifText,
        fontSize: "29px",
        lineHeight: "35px",
        letterSpacing: "-0.01em",
        margin: "0 0 16px",
      }}
    >
      {children}
    </Text>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text
      className="k-ink"
      style={{ color: "#15302a", fontSize: "16px", lineHeight: "25px", margin: "0 0 16px" }}
    >
      {children}
    </Text>
  );
}

export function EmailButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Section style={{ margin: "24px 0" }}>
      <Button
        href={href}
        className="k-button"
        style={{
          backgroundColor: "#6a3a67",
          borderRadius: "24px",
          color: "#ffffff",
          fontSize: "16px",
          fontWeight: 600,
          lineHeight: "24px",
          padding: "12px 26px",
          textAlign: "center",
          textDecoration: "none",
        }}
      >
        {children}
      </Button>
    </Section>
  );
}

/** What, when, where: one paragraph each, so that the plain text reads as it does here. */
export function Facts({ items }: { items: { term: ReactNode; value: ReactNode }[] }) {
  return (
    <Section style={{ margin: "8px 0 16px" }}>
      <Hr className="k-line" style={line} />
      {items.map((item, index) => (
        <Text
          // biome-ignore lint/suspicious/noArrayIndexKey: facts never move
          key={index}
          className="k-ink"
          style={{ color: "#15302a", fontSize: "16px", lineHeight: "24px", margin: "12px 0" }}
        >
          <span className="k-soft" style={{ color: "#4f655f", fontSize: "14px" }}>
            {item.term}
          </span>
          <br />
          {item.value}
        </Text>
      ))}
      <Hr className="k-line" style={line} />
    </Section>
  );
}

export function SmallPrint({ children }: { children: ReactNode }) {
  return (
    <Text
      className="k-soft"
      style={{ color: "#4f655f", fontSize: "14px", lineHeight: "21px", margin: "0 0 8px" }}
    >
      {children}
    </Text>
  );
}

const sans = "Figtree, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const serifText = {
  color: "#15302a",
  fontFamily: "Newsreader, Georgia, 'Times New Roman', serif",
  fontWeight: 400,
};
const line = { border: "none", borderTop: "1px solid #d9e2dd", margin: 0 };

const dark = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
a { color: #6a3a67; }
@media (prefers-color-scheme: dark) {
  .k-bg, .k-bg > table > tbody > tr > td { background-color: #0e1b18 !important; }
  .k-card { background-color: #152722 !important; border-color: #26403a !important; }
  .k-ink { color: #e8f1ec !important; }
  .k-soft { color: #a3b8b0 !important; }
  .k-line { border-color: #26403a !important; }
  .k-button { background-color: #dcaed8 !important; color: #2a1228 !important; }
  a { color: #dcaed8; }
}
`;
