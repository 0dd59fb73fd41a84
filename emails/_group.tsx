import { Facts } from "./_layout.tsx";

export type Clinic = { name: string; crisisLine: string };

/** What a message says about a group. Times are in its own zone, and name it. */
export type Group = { title: string; begins: string; place: string };

export function GroupFacts({ group, keptUntil }: { group: Group; keptUntil?: string }) {
  return (
    <Facts
      items={[
        { term: "Group", value: group.title },
        { term: "Begins", value: group.begins },
        { term: "Where", value: group.place },
        ...(keptUntil ? [{ term: "Kept until", value: keptUntil }] : []),
      ]}
    />
  );
}

export function greeting(name: string): string {
  return name ? `Hello ${name},` : "Hello,";
}

export function places(seats: number): string {
  return seats === 1 ? "place" : `${seats} places`;
}

export const sampleClinic: Clinic = {
  name: "Willow Street Psychotherapy",
  crisisLine: "If you are in crisis, call or text 9-8-8 at any hour.",
};

export const sampleGroup: Group = {
  title: "Winter evenings",
  begins: "Tuesday 12 January 2027, 6:30 pm, Toronto time",
  place: "Willow Street, second floor",
};

export const samplePage = "https://groups.clinic.example.org/place/example";
