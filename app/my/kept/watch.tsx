"use client";

import { useEffect } from "react";
import { checkKept } from "./device.ts";

/** On every page of a participant: what may no longer be seen is removed from the device. */
export function KeptWatch() {
  useEffect(() => {
    void checkKept();
  }, []);
  return null;
}
