/** What the demo's staff answer often. */
export const demoAnswers = [
  {
    title: "Is there room?",
    text: "Hello {name},\n\nThank you for writing. There is room in “{group}”, which begins on {first_session}.\n\nYour own form is here, with what you wrote filled in. Nothing is kept before you press the button at its end:\n{link}\n\nWarmly,\n{clinic}",
  },
  {
    title: "Your partner’s name and address",
    text: "Hello {name},\n\nWe would be glad to keep places for all of you. Everybody says yes for themselves, so we write to each of you. Could you send us the name and e-mail address of who would come with you? Or fill in the form yourselves:\n{link}\n\nWarmly,\n{clinic}",
  },
  {
    title: "The half day",
    text: "Hello {name},\n\nThe half day on the weekend is part of the program, and the fee covers it. If you can’t be there that day, tell us, and we look for another way together.\n\nWarmly,\n{clinic}",
  },
  {
    title: "Not being able to pay the whole fee",
    text: "Hello {name},\n\nThe fee is on a sliding scale, and money is not a reason to stay away. Tell us what would be possible for you, and that is enough.\n\nWarmly,\n{clinic}",
  },
  {
    title: "No group suits just now",
    text: "Hello {name},\n\nThank you for telling us. None of our groups suits you just now, and we would like you to hear of the next ones first. The form shows which groups there are, and leads to the interest list:\n{link}\n\nWarmly,\n{clinic}",
  },
];
