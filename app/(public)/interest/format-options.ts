/** How a party on the interest list would like to meet. */
export const formatOptions = [
  { value: "any", label: "Either is fine" },
  { value: "inPerson", label: "In person" },
  { value: "online", label: "Online" },
];
