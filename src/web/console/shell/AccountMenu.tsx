import { Menu, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { CircleUser, Keyboard, LogOut, Monitor, Moon, Sun } from "lucide-react";
import { Link } from "react-router";
import { api } from "../kit/api";
import { languages, useLanguage, useWords } from "../kit/language";
import { useSession, useSessionChange } from "../kit/session";
import classes from "./Shell.module.css";
import { shellWords } from "./texts";

const schemes = [
  { value: "auto", Icon: Monitor },
  { value: "light", Icon: Sun },
  { value: "dark", Icon: Moon },
] as const;

/** Profile, looks, language, keys, and the way out. */
export function AccountMenu({ showKeys }: { showKeys: () => void }) {
  const words = useWords(shellWords).menu;
  const { account } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { language, choose } = useLanguage();
  const { ended } = useSessionChange();
  const out = useMutation({ mutationFn: () => api.post("session/end"), onSettled: ended });
  return (
    <Menu
      position="right-start"
      width={230}
      closeOnItemClick={false}
      withInitialFocusPlaceholder={false}
      withinPortal={false}
    >
      <Menu.Target>
        <UnstyledButton className={classes.account ?? ""} aria-label={words.label(account.name)}>
          <CircleUser size={24} strokeWidth={1.6} aria-hidden />
          <span className={classes.accountName}>{account.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/profile" closeMenuOnClick leftSection={<CircleUser size={16} />}>
          {words.profile}
        </Menu.Item>
        <Menu.Item closeMenuOnClick leftSection={<Keyboard size={16} />} onClick={showKeys}>
          {words.keys}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{words.colours}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => setColorScheme(schemes.find((one) => one.value === value)?.value ?? "auto")}
        >
          {schemes.map(({ value, Icon }) => (
            <Menu.RadioItem key={value} value={value} rightSection={<Icon size={16} />}>
              {words.schemes[value]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{words.language}</Menu.Label>
        <Menu.RadioGroup value={language} onChange={(value) => isLanguage(value) && choose(value)}>
          {Object.entries(languages).map(([code, name]) => (
            <Menu.RadioItem key={code} value={code} lang={code}>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item closeMenuOnClick leftSection={<LogOut size={16} />} onClick={() => out.mutate()}>
          {words.out}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const isLanguage = (value: string): value is keyof typeof languages => value in languages;
