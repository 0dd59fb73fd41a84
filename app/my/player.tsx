"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Button } from "../_components/button.tsx";

type PlayerProps = {
  /** Under which the place in it is remembered. */
  id: string;
  title: string;
  /** What a locked phone shows below the title. */
  artist: string;
  src: string;
};

const step = 15;
const speeds = [0.75, 1, 1.25, 1.5];

/**
 * The browser's own player, which needs no script; with one it goes on from where somebody stopped, answers the
 * keys of a headset and of a locked phone, and can be slowed down.
 */
export function Player({ id, title, artist, src }: PlayerProps) {
  const audio = useRef<HTMLAudioElement>(null);
  const scripted = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  const resumedAt = usePlace(audio, id);
  useMediaKeys(audio, title, artist);
  useNewLink(audio, src);
  return (
    <div className="space-y-3">
      {/* biome-ignore lint/a11y/useMediaCaption: what is said in it stands below it as text, where somebody has written it down */}
      <audio
        ref={audio}
        controls
        preload="metadata"
        src={src}
        aria-label={title}
        className="w-full rounded-full border border-line [&::-webkit-media-controls-enclosure]:bg-plum-pale"
      />
      {scripted && (
        <div className="-ms-3 flex flex-wrap items-center gap-x-2 gap-y-1">
          <Button type="button" variant="quiet" onClick={() => seekBy(audio.current, -step)}>
            <span aria-hidden="true">−{step} s</span>
            <span className="sr-only">Back {step} seconds</span>
          </Button>
          <Button type="button" variant="quiet" onClick={() => seekBy(audio.current, step)}>
            <span aria-hidden="true">+{step} s</span>
            <span className="sr-only">On {step} seconds</span>
          </Button>
          <Speed audio={audio} id={id} />
          <p role="status" className="text-sm text-soft">
            {resumedAt !== null && `It goes on at ${clock(resumedAt)}, where you stopped.`}
          </p>
        </div>
      )}
    </div>
  );
}

function Speed({ audio, id }: { audio: RefObject<HTMLAudioElement | null>; id: string }) {
  return (
    <span className="inline-flex items-center gap-2 px-2">
      <label htmlFor={`speed-${id}`} className="text-sm text-soft">
        Speed
      </label>
      <select
        id={`speed-${id}`}
        defaultValue="1"
        className="select-arrow min-h-12 rounded-field border border-soft bg-card py-2 ps-3.5 pe-11"
        onChange={({ target }) => {
          if (audio.current) audio.current.playbackRate = Number(target.value);
        }}
      >
        {speeds.map((speed) => (
          <option key={speed} value={speed}>
            {speed} ×
          </option>
        ))}
      </select>
    </span>
  );
}

/** Remembers how far somebody has listened, on their device alone, and goes on from there. Returns where that is. */
function usePlace(audio: RefObject<HTMLAudioElement | null>, id: string): number | null {
  const [resumedAt, setResumedAt] = useState<number | null>(null);

  useEffect(() => {
    const player = audio.current;
    if (!player) return;
    const resume = () => {
      const { at } = heard(id);
      // At its very beginning or end there is nothing to go on from.
      if (player.currentTime > 0 || at < 5 || at > player.duration - 5) return;
      player.currentTime = at;
      setResumedAt(at);
    };
    let kept = player.currentTime;
    const keep = () => {
      if (!Number.isFinite(player.duration) || (player.paused && player.currentTime === 0)) return;
      kept = player.currentTime;
      localStorage.setItem(`heard ${id}`, JSON.stringify({ at: player.currentTime, of: player.duration }));
    };
    const keepNowAndThen = () => {
      if (Math.abs(player.currentTime - kept) >= 2) keep();
    };
    if (player.readyState >= player.HAVE_METADATA) resume();
    player.addEventListener("loadedmetadata", resume);
    player.addEventListener("timeupdate", keepNowAndThen);
    player.addEventListener("pause", keep);
    player.addEventListener("seeked", keep);
    window.addEventListener("pagehide", keep);
    return () => {
      player.removeEventListener("loadedmetadata", resume);
      player.removeEventListener("timeupdate", keepNowAndThen);
      player.removeEventListener("pause", keep);
      player.removeEventListener("seeked", keep);
      window.removeEventListener("pagehide", keep);
    };
  }, [audio, id]);

  return resumedAt;
}

/** A link to a file lasts minutes, and a pause can be longer: the page gives a new one, and it goes on where it was. */
function useNewLink(audio: RefObject<HTMLAudioElement | null>, src: string) {
  const { refresh } = useRouter();
  const goesOn = useRef<{ src: string; at: number; playing: boolean } | null>(null);

  useEffect(() => {
    const player = audio.current;
    if (!player) return;
    const ask = () => {
      // Once for each link: what a new one does not mend is broken in another way.
      if (goesOn.current?.src === src || !navigator.onLine) return;
      goesOn.current = { src, at: player.currentTime, playing: !player.paused };
      refresh();
    };
    const before = goesOn.current;
    if (before && before.src !== src) {
      player.currentTime = before.at;
      if (before.playing) void player.play().catch(() => {});
    }
    player.addEventListener("error", ask);
    return () => player.removeEventListener("error", ask);
  }, [audio, src, refresh]);
}

/** How far somebody has listened to a recording on this device, and of how much, in seconds. */
export function heard(id: string): { at: number; of: number } {
  try {
    const { at, of } = JSON.parse(localStorage.getItem(`heard ${id}`) ?? "{}");
    return { at: Number(at) || 0, of: Number(of) || 0 };
  } catch {
    return { at: 0, of: 0 };
  }
}

/** The keys of a headset, a keyboard and a locked phone, which also shows what plays. */
function useMediaKeys(audio: RefObject<HTMLAudioElement | null>, title: string, artist: string) {
  useEffect(() => {
    const player = audio.current;
    if (!player || !("mediaSession" in navigator)) return;
    const { mediaSession } = navigator;
    const keys: [MediaSessionAction, MediaSessionActionHandler][] = [
      ["play", () => void player.play()],
      ["pause", () => player.pause()],
      ["seekbackward", ({ seekOffset }) => seekBy(player, -(seekOffset ?? step))],
      ["seekforward", ({ seekOffset }) => seekBy(player, seekOffset ?? step)],
      ["seekto", ({ seekTime }) => seekBy(player, (seekTime ?? 0) - player.currentTime)],
    ];
    // Taken when it begins to play: on a page with several, the one that plays has the keys.
    const take = () => {
      mediaSession.metadata = new MediaMetadata({ title, artist });
      for (const [key, press] of keys) mediaSession.setActionHandler(key, press);
    };
    const tell = () => {
      if (!Number.isFinite(player.duration)) return;
      const { duration, playbackRate, currentTime } = player;
      mediaSession.setPositionState({ duration, playbackRate, position: Math.min(currentTime, duration) });
    };
    const told = ["play", "seeked", "ratechange", "durationchange"];
    player.addEventListener("play", take);
    for (const event of told) player.addEventListener(event, tell);
    return () => {
      player.removeEventListener("play", take);
      for (const event of told) player.removeEventListener(event, tell);
    };
  }, [audio, title, artist]);
}

function seekBy(player: HTMLAudioElement | null, seconds: number) {
  if (!player) return;
  const end = Number.isFinite(player.duration) ? player.duration : 0;
  player.currentTime = Math.min(Math.max(0, player.currentTime + seconds), end);
}

/** "3:05". */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
}
