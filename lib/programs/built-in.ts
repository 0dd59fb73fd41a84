import type { SessionKind } from "../../prisma/generated/enums.ts";

/** A session as a program describes it. */
export type SessionOutline = {
  kind: SessionKind;
  title: string;
  minutes: number;
  /** What people need for it, in words. */
  bring: string;
  /** What they try at home after it, in Markdown. */
  practice: string;
};

export type ProgramOutline = {
  title: string;
  description: string;
  /** Whether people can wait for it on the interest list. */
  listed: boolean;
  sessions: SessionOutline[];
};

const weekly = (title: string, bring: string, practice: string): SessionOutline => ({
  kind: "weekly",
  title,
  minutes: 150,
  bring,
  practice,
});

/**
 * Mindful Self-Compassion as it is taught: eight weekly sessions and a half-day retreat between the fifth
 * and the sixth (Germer and Neff, "Teaching the Mindful Self-Compassion Program", 2019). Data, to be edited.
 * What to bring and what to practice is said in words of our own.
 */
export const mindfulSelfCompassion: ProgramOutline = {
  title: "Mindful Self-Compassion",
  description: "Eight evenings and a half-day retreat.",
  listed: true,
  sessions: [
    weekly(
      "Discovering mindful self-compassion",
      "Clothes you can sit in for a while, something to write with, and a glass of water. A blanket or a shawl, if you like to be warm.",
      `Once a day, when something small goes wrong, stop for three breaths:

- **This is hard.** Say to yourself, plainly, what is happening.
- **Others know this too.** You are not the only one to whom it happens.
- **May I be kind to myself.** Say it as you would to a friend.

Try, too, where a warm hand does you good: on the chest, the belly, a cheek, or one hand in the other. A minute is enough.`,
    ),
    weekly(
      "Practicing mindfulness",
      "Something to write with. A small thing that is pleasant to hold, such as a smooth stone.",
      `Each day, ten minutes with your breath. Let it be a breath that you like rather than one that you watch. When the mind wanders, and it does, come back as one comes back to a friend.

In the middle of a day that is too full, feel the soles of your feet on the ground. Stand, rock a little, walk slowly, notice how small a surface carries you.

Leave out what doesn't help. Doing less of it is part of the practice.`,
    ),
    weekly(
      "Practicing loving-kindness",
      "Something to write with. If you like, a picture of somebody, or of an animal, who makes you smile.",
      `Each day, ten minutes of kind wishes: first for somebody who makes you smile, then for the two of you together, then for yourself.

Look for words of your own. Ask now and then: *what do I need to hear?* Write down what comes. A good wish is simple and true, and it can be heard without an argument.

On the way somewhere, wish somebody well in silence.`,
    ),
    weekly(
      "Discovering your compassionate voice",
      "Paper and a pen: there will be time to write a letter.",
      `Choose one habit for which you are hard on yourself.

1. Notice how you speak to yourself about it, and in what tone.
2. Ask what that voice is worried about. It means to protect you.
3. Ask how a friend who is wise, and on your side, would say it.

Once this week, write yourself a short letter in that friend's voice. Put it away, and read it some days later.

Go on with kind wishes, or with the breath, on most days.`,
    ),
    weekly(
      "Living deeply",
      "Something to write with. The half-day retreat comes next: have a look at when it is.",
      `Write down two or three things that matter most to you. What stands in their way, and what would be kind to do about it?

When you are with somebody who has a hard time, breathe in for yourself and breathe out for them. You stay in the picture.

Once this week, give somebody your whole attention for five minutes, without advice.`,
    ),
    {
      kind: "retreat",
      title: "Retreat",
      minutes: 240,
      bring:
        "Warm layers and comfortable shoes, a mat or a blanket to lie on, something to eat and to drink. Much of it is in silence.",
      practice: `Take the rest of the day slowly. If you can, plan nothing loud.

Choose the one practice of the retreat that did you good, and do only that one for a few days.`,
    },
    weekly(
      "Meeting difficult emotions",
      "Something to write with. A blanket or a cushion, for comfort.",
      `When a feeling is strong:

- **Name it**, softly: "there is sadness".
- **Find it** in the body, where it is plainest.
- **Soften** around that place, **soothe** it with a warm hand, and **allow** it to be there for now.

Begin with what is a little hard, not with the hardest. If it gets too much, open your eyes, feel your feet, and come back to it another time, or not at all.`,
    ),
    weekly(
      "Exploring challenging relationships",
      "Something to write with. Think of somebody with whom it is a little hard, rather than of the hardest.",
      `When something between you and somebody hurts, stop before you answer. Ask:

- What do I feel under the anger?
- What did I need, then or now: to be seen, heard, safe, close, free?
- What can I give myself of it, before I ask?

When you look after somebody who suffers, tell yourself quietly that their life is not yours to repair, and that you may care all the same.`,
    ),
    weekly(
      "Embracing your life",
      "Something to write with. If you like, something to share: a poem, a picture, a biscuit.",
      `Take a walk of fifteen minutes in which you do nothing but enjoy, one thing after another.

In the evening write down three small things for which you are grateful, and one thing that you like about yourself.

Choose what you want to keep on doing. Little and often is better than much and seldom. What you learned is yours, and you can begin again at any time.`,
    ),
  ],
};

/** The same, begun with an evening on which people see the room and each other before they decide. */
export const withOrientation: ProgramOutline = {
  title: "Mindful Self-Compassion, with an orientation",
  description: "An evening to find out whether it suits, eight evenings and a half-day retreat.",
  listed: false,
  sessions: [
    {
      kind: "orientation",
      title: "Orientation",
      minutes: 90,
      bring: "Your questions. Nothing else is needed.",
      practice: `Before the first session, ask yourself now and then: *what do I need?* There is nothing to answer yet.

If you notice that you would rather not take part, or not now, tell us. That, too, is kind to yourself.`,
    },
    ...mindfulSelfCompassion.sessions,
  ],
};
