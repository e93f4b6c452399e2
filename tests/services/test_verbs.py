"""Every verb tells the right pages to look again, and refuses what is not there."""

from __future__ import annotations

import inspect
from datetime import date, time
from typing import TYPE_CHECKING, NamedTuple

import pytest

import norrmyra
from norrmyra import FIRST, SECOND, TODAY, attendee, meeting
from pictures import noise_png
from trygghetsrad.domain.actions import ActionStatus, Rating
from trygghetsrad.domain.board_matters import MatterAbout, MatterOutcome
from trygghetsrad.domain.changes import Changed
from trygghetsrad.domain.chapter_drafts import ChapterDraft
from trygghetsrad.domain.chapters import Chapter
from trygghetsrad.domain.errors import NotFound, OpenedReadOnly, Refused
from trygghetsrad.domain.invitations import Answer
from trygghetsrad.domain.meetings import Outcome, Presence, RoleAtMeeting, SpanReason
from trygghetsrad.domain.old_plan import OldPlanRow
from trygghetsrad.domain.people import OrganisationKind, SeatRole
from trygghetsrad.domain.planning import ProposedMeeting
from trygghetsrad.domain.terms import proposed_terms
from trygghetsrad.domain.thread import Resolution

if TYPE_CHECKING:
    from collections.abc import Callable

    from trygghetsrad.app import OpenCouncil

NOTHING, COUNCIL, PEOPLE = Changed.NOTHING, Changed.COUNCIL, Changed.PEOPLE
MEETINGS, MINUTES, ACTIONS, PAPERS = Changed.MEETINGS, Changed.MINUTES, Changed.ACTIONS, Changed.DOCUMENTS

LAW, THREAD = Changed.LAW, Changed.THREAD


class Scene(NamedTuple):
    """A council with one of everything to lay hands on."""

    council: OpenCouncil
    first: int
    second: int
    point: int
    person: int
    home: int
    seat: int
    appointment: int
    term: int
    action: int
    told: int
    decision: int
    standing: int
    notice: int


@pytest.fixture
def scene(council: OpenCouncil) -> Scene:
    first, second = meeting(council, FIRST), meeting(council, SECOND)
    point = council.meetings.add_item(first, "Belysning")
    action = council.actions.add("Laga lampan", TODAY)
    member = next(one for one in council.people.members(TODAY) if one.name == "Mats Lindgren")
    return Scene(
        council=council,
        first=first,
        second=second,
        point=point,
        person=member.person.id,
        home=council.people.add_organisation("Kyrkan", OrganisationKind.ASSOCIATION),
        seat=member.seat.id,
        appointment=member.appointment.id,
        term=council.people.add_term("2023–2026", date(2023, 1, 1), date(2026, 12, 31)),
        action=action,
        told=council.actions.follow_up(action, "Halva klar", TODAY),
        decision=council.room.add_decision(point, "Rådet noterar"),
        standing=council.council.standing_items()[0].id,
        notice=council.documents.issue("kallelse", TODAY, second).document_id or 0,
    )


def _who(scene: Scene, name: str = "Mats Lindgren"):
    return attendee(scene.council, scene.first, name)


def _guest(scene: Scene):
    scene.council.room.add_guest(scene.first, "Gäst Gästsson")
    return _who(scene, "Gäst Gästsson")


def _paper(scene: Scene) -> int:
    return scene.council.attachments.add("Karta.png", b"bytes", TODAY, meeting_id=scene.first)


def _held(scene: Scene) -> int:
    norrmyra.hold(scene.council, scene.first)
    return scene.first


def _issued(scene: Scene) -> int:
    _held(scene)
    scene.council.documents.issue("protokoll", FIRST, scene.first)
    return scene.first


def _verified(scene: Scene) -> int:
    scene.council.minutes.mark_verified(_issued(scene), FIRST)
    return scene.first


def _cancelled(scene: Scene) -> int:
    scene.council.meetings.cancel(scene.first, "Sjukdom")
    return scene.first


def _free_term(scene: Scene) -> int:
    return scene.council.people.add_term("2027–2030", date(2027, 1, 1), date(2030, 12, 31))


def _invited(scene: Scene) -> int:
    return scene.council.invitations.add(scene.home, TODAY, sent_on=TODAY)


def _agreement(scene: Scene) -> int:
    return scene.council.agreements.add(TODAY)


def _party(scene: Scene) -> int:
    return scene.council.agreements.get(_agreement(scene)).parties[0].id


def _sent_agreement(scene: Scene) -> int:
    number = _agreement(scene)
    scene.council.agreements.send(number, TODAY)
    return number


def _attached(scene: Scene) -> int:
    number = _agreement(scene)
    file = scene.council.path.with_name("påskriven.pdf")
    file.write_bytes(b"%PDF-1.7")
    scene.council.agreements.attach(number, file, TODAY)
    return number


def _board_day(scene: Scene) -> int:
    scene.council.boards.add_days("KS 2026-03-02", TODAY)
    return scene.council.boards.days()[0].id


def _matter(scene: Scene) -> int:
    return scene.council.boards.add(MatterAbout.REPORT, "Årsrapport", "kommunstyrelsen", TODAY)


def _with_extract(scene: Scene) -> int:
    number = _matter(scene)
    file = scene.council.path.with_name("utdrag.pdf")
    file.write_bytes(b"%PDF-1.7")
    scene.council.boards.attach(number, file, TODAY)
    return number


def _grant(scene: Scene) -> int:
    return scene.council.grants.add("Trygga kvällar", 2026)


def _pledge(scene: Scene) -> int:
    return scene.council.pledges.add("Mer ljus i centrum")


def _picture(scene: Scene) -> int:
    return scene.council.pictures.start(FIRST, SECOND)


def _review(scene: Scene) -> int:
    plan = scene.council.plans.start(FIRST, SECOND)
    scene.council.plans.decide(plan, Resolution(day=TODAY))
    return scene.council.plans.start_review(TODAY)


def _asked(scene: Scene) -> int:
    return scene.council.questionnaires.add(_picture(scene), scene.home, TODAY)


def _proposed() -> ProposedMeeting:
    return ProposedMeeting(day=date(2026, 12, 8), week=50, starts=time(13), ends=time(15), theme="Plan")


# What prepares the ground stands first, so that only the verb itself is heard.
VERBS: dict[str, tuple[Callable[[Scene], object] | None, Callable[[Scene, object], object], Changed]] = {
    "council.change": (None, lambda s, _: s.council.council.change(name="Rådet"), COUNCIL),
    "council.set_logo": (None, lambda s, _: s.council.council.set_logo(noise_png()), COUNCIL),
    "council.add_standing_item": (None, lambda s, _: s.council.council.add_standing_item("Ny"), COUNCIL),
    "council.change_standing_item": (
        None,
        lambda s, _: s.council.council.change_standing_item(s.standing, title="Ny"),
        COUNCIL,
    ),
    "council.move_standing_item": (
        None,
        lambda s, _: s.council.council.move_standing_item(s.standing, 2),
        COUNCIL,
    ),
    "council.remove_standing_item": (
        None,
        lambda s, _: s.council.council.remove_standing_item(s.standing),
        COUNCIL,
    ),
    "people.add_person": (None, lambda s, _: s.council.people.add_person("Nils", "Ny"), PEOPLE),
    "people.change_person": (
        None,
        lambda s, _: s.council.people.change_person(s.person, title="Chef"),
        PEOPLE,
    ),
    "people.remove_person": (None, lambda s, _: s.council.people.remove_person(s.person, TODAY), PEOPLE),
    "people.add_organisation": (
        None,
        lambda s, _: s.council.people.add_organisation("Ny", OrganisationKind.OTHER),
        PEOPLE,
    ),
    "people.change_organisation": (
        None,
        lambda s, _: s.council.people.change_organisation(s.home, name="Ny"),
        PEOPLE,
    ),
    "people.remove_organisation": (None, lambda s, _: s.council.people.remove_organisation(s.home), PEOPLE),
    "people.move_to": (None, lambda s, _: s.council.people.move_to("Ny", person_id=s.person), PEOPLE),
    "people.add_seat": (None, lambda s, _: s.council.people.add_seat(SeatRole.MEMBER, s.home), PEOPLE),
    "people.change_seat": (None, lambda s, _: s.council.people.change_seat(s.seat, label="Ny"), PEOPLE),
    "people.remove_seat": (None, lambda s, _: s.council.people.remove_seat(s.seat, TODAY), PEOPLE),
    "people.give_seat": (
        None,
        lambda s, _: s.council.people.give_seat(s.person, SeatRole.MEMBER, TODAY),
        PEOPLE,
    ),
    "people.appoint": (None, lambda s, _: s.council.people.appoint(s.seat, s.person, TODAY), PEOPLE),
    "people.appoint_new": (None, lambda s, _: s.council.people.appoint_new(s.seat, "Nils Ny", TODAY), PEOPLE),
    "people.change_appointment": (
        None,
        lambda s, _: s.council.people.change_appointment(s.appointment, section="§ 4"),
        PEOPLE,
    ),
    "people.vacate": (None, lambda s, _: s.council.people.vacate(s.appointment, TODAY), PEOPLE),
    "people.add_member": (
        None,
        lambda s, _: s.council.people.add_member("N", "Ny", SeatRole.MEMBER, TODAY),
        PEOPLE,
    ),
    "people.serve": (
        None,
        lambda s, _: s.council.people.serve(s.appointment, proposed_terms(TODAY)[1]),
        PEOPLE,
    ),
    "people.add_term": (None, lambda s, _: s.council.people.add_term("Ny", FIRST, SECOND), PEOPLE),
    "people.change_term": (None, lambda s, _: s.council.people.change_term(s.term, name="Ny"), PEOPLE),
    "invitations.add": (None, lambda s, _: s.council.invitations.add(s.home, TODAY), PEOPLE),
    "invitations.change": (
        _invited,
        lambda s, letter: s.council.invitations.change(letter, notes="Ringde"),
        PEOPLE,
    ),
    "invitations.mark_sent": (
        _invited,
        lambda s, letter: s.council.invitations.mark_sent(letter, FIRST),
        PEOPLE,
    ),
    "invitations.remind": (_invited, lambda s, letter: s.council.invitations.remind(letter, FIRST), PEOPLE),
    "invitations.answer": (
        _invited,
        lambda s, letter: s.council.invitations.answer(letter, Answer.YES, FIRST),
        PEOPLE,
    ),
    "invitations.remove": (_invited, lambda s, letter: s.council.invitations.remove(letter), PEOPLE),
    "people.remove_term": (_free_term, lambda s, term: s.council.people.remove_term(term), PEOPLE),
    "meetings.plan": (None, lambda s, _: s.council.meetings.plan([_proposed()]), MEETINGS | MINUTES),
    "meetings.add": (None, lambda s, _: s.council.meetings.add(date(2026, 12, 8)), MEETINGS | MINUTES),
    "meetings.change": (None, lambda s, _: s.council.meetings.change(s.first, place="Skolan"), MEETINGS),
    "meetings.add_answer": (
        None,
        lambda s, _: s.council.meetings.add_answer(s.first, "Ny", "Polisen"),
        MEETINGS | MINUTES,
    ),
    "meetings.approve_agenda": (
        None,
        lambda s, _: s.council.meetings.approve_agenda(s.first, TODAY),
        MEETINGS,
    ),
    "meetings.take_back_approval": (
        lambda s: s.council.meetings.approve_agenda(s.first, TODAY),
        lambda s, _: s.council.meetings.take_back_approval(s.first),
        MEETINGS,
    ),
    "meetings.cancel": (None, lambda s, _: s.council.meetings.cancel(s.first, "Sjukdom"), MEETINGS | MINUTES),
    "meetings.reinstate": (_cancelled, lambda s, first: s.council.meetings.reinstate(first), MEETINGS),
    "meetings.remove": (None, lambda s, _: s.council.meetings.remove(s.first), MEETINGS),
    "meetings.open_agenda": (None, lambda s, _: s.council.meetings.open_agenda(s.first), MEETINGS),
    "meetings.add_item": (None, lambda s, _: s.council.meetings.add_item(s.first, "Ny"), MEETINGS | MINUTES),
    "meetings.change_item": (
        None,
        lambda s, _: s.council.meetings.change_item(s.point, title="Ny"),
        MEETINGS | MINUTES,
    ),
    "meetings.move_item": (None, lambda s, _: s.council.meetings.move_item(s.point, -1), MEETINGS | MINUTES),
    "meetings.remove_item": (None, lambda s, _: s.council.meetings.remove_item(s.point), MEETINGS | MINUTES),
    "room.start": (None, lambda s, _: s.council.room.start(s.first, time(13)), MEETINGS | MINUTES),
    "room.end": (None, lambda s, _: s.council.room.end(s.first, time(15)), MEETINGS | MINUTES),
    "room.reopen": (_held, lambda s, first: s.council.room.reopen(first), MEETINGS),
    "room.set_times": (_held, lambda s, first: s.council.room.set_times(first, time(9), time(10)), MEETINGS),
    "room.set_presence": (
        _who,
        lambda s, who: s.council.room.set_presence(s.first, who, Presence.EXCUSED),
        MINUTES,
    ),
    "room.serve": (
        _who,
        lambda s, who: s.council.room.serve(s.first, _who(s, "Karin Öhman"), who),
        MINUTES,
    ),
    "room.add_guest": (None, lambda s, _: s.council.room.add_guest(s.first, "Gäst"), MINUTES),
    "room.remove_guest": (_guest, lambda s, guest: s.council.room.remove_guest(guest), MINUTES),
    "room.set_span": (
        _who,
        lambda s, who: s.council.room.set_span(
            s.first, who, SpanReason.LATE, from_item_id=s.point, to_item_id=None
        ),
        MINUTES,
    ),
    "room.clear_spans": (
        lambda s: s.council.room.set_span(
            s.first, _who(s), SpanReason.LATE, from_item_id=s.point, to_item_id=None
        ),
        lambda s, _: s.council.room.clear_spans(_who(s)),
        MINUTES,
    ),
    "room.set_role": (
        None,
        lambda s, _: s.council.room.set_role(s.first, RoleAtMeeting.VERIFIER, s.person),
        MEETINGS | MINUTES,
    ),
    "room.take_over": (
        None,
        lambda s, _: s.council.room.take_over(
            s.first, RoleAtMeeting.CHAIR, _who(s, "Bo Ek"), from_item_id=s.point
        ),
        MEETINGS | MINUTES,
    ),
    "room.clear_role": (
        lambda s: s.council.room.set_role(s.first, RoleAtMeeting.VERIFIER, s.person),
        lambda s, _: s.council.room.clear_role(s.first, RoleAtMeeting.VERIFIER),
        MEETINGS | MINUTES,
    ),
    "room.write_text": (None, lambda s, _: s.council.room.write_text(s.point, "Ny text"), MEETINGS | MINUTES),
    "room.append_text": (None, lambda s, _: s.council.room.append_text(s.point, "Mer"), MEETINGS | MINUTES),
    "room.set_treated": (None, lambda s, _: s.council.room.set_treated(s.point, True), MEETINGS | MINUTES),
    "room.add_decision": (
        None,
        lambda s, _: s.council.room.add_decision(s.point, "Rådet beslutar", Outcome.DECIDES),
        MINUTES,
    ),
    "room.change_decision": (
        None,
        lambda s, _: s.council.room.change_decision(s.decision, text="Nytt"),
        MINUTES,
    ),
    "room.remove_decision": (None, lambda s, _: s.council.room.remove_decision(s.decision), MINUTES),
    "room.add_action": (None, lambda s, _: s.council.room.add_action(s.point, "Nytt", TODAY), ACTIONS),
    "minutes.mark_verified": (
        _issued,
        lambda s, first: s.council.minutes.mark_verified(first, FIRST),
        MEETINGS | MINUTES,
    ),
    "minutes.withdraw": (
        _verified,
        lambda s, first: s.council.minutes.withdraw(first, "Fel"),
        MEETINGS | MINUTES,
    ),
    "actions.add": (None, lambda s, _: s.council.actions.add("Ny", TODAY), ACTIONS),
    "actions.change": (None, lambda s, _: s.council.actions.change(s.action, what="Ny"), ACTIONS),
    "actions.set_status": (
        None,
        lambda s, _: s.council.actions.set_status(s.action, ActionStatus.DONE, TODAY),
        ACTIONS,
    ),
    "actions.remove": (None, lambda s, _: s.council.actions.remove(s.action), ACTIONS),
    "actions.follow_up": (None, lambda s, _: s.council.actions.follow_up(s.action, "Mer", TODAY), ACTIONS),
    "actions.change_follow_up": (
        None,
        lambda s, _: s.council.actions.change_follow_up(s.told, "Annat"),
        ACTIONS,
    ),
    "actions.remove_follow_up": (None, lambda s, _: s.council.actions.remove_follow_up(s.told), ACTIONS),
    "attachments.add": (
        None,
        lambda s, _: s.council.attachments.add("Rapport.pdf", b"bytes", TODAY, item_id=s.point),
        MEETINGS | PAPERS,
    ),
    "attachments.add_reference": (
        None,
        lambda s, _: s.council.attachments.add_reference("Rapport", TODAY, item_id=s.point),
        MEETINGS | PAPERS,
    ),
    "attachments.change": (
        _paper,
        lambda s, paper: s.council.attachments.change(paper, sender="Polisen"),
        MEETINGS | PAPERS,
    ),
    "attachments.remove": (
        _paper,
        lambda s, paper: s.council.attachments.remove(paper),
        MEETINGS | PAPERS,
    ),
    "documents.issue": (
        _held,
        lambda s, first: s.council.documents.issue("protokoll", FIRST, first),
        PAPERS | MEETINGS | MINUTES,
    ),
    "documents.mark_sent": (
        None,
        lambda s, _: s.council.documents.mark_sent(s.notice, TODAY),
        PAPERS | MEETINGS,
    ),
    "agreements.add": (None, lambda s, _: s.council.agreements.add(TODAY), LAW),
    "agreements.register": (
        None,
        lambda s, _: s.council.agreements.register("Samverkan", ["Polisen", "Kyrkan"], TODAY, TODAY),
        LAW,
    ),
    "agreements.change": (_agreement, lambda s, a: s.council.agreements.change(a, dnr="1"), LAW),
    "agreements.write_clause": (
        _agreement,
        lambda s, a: s.council.agreements.write_clause(a, "uppföljning", "Varje år"),
        LAW,
    ),
    "agreements.add_party": (_agreement, lambda s, a: s.council.agreements.add_party(a, "Kyrkan"), LAW),
    "agreements.change_party": (
        _party,
        lambda s, p: s.council.agreements.change_party(p, signatory="Bo Ek"),
        LAW,
    ),
    "agreements.move_party": (_party, lambda s, p: s.council.agreements.move_party(p, 2), LAW),
    "agreements.remove_party": (_party, lambda s, p: s.council.agreements.remove_party(p), LAW),
    "agreements.send": (_agreement, lambda s, a: s.council.agreements.send(a, TODAY), LAW),
    "agreements.take_back_sending": (
        _sent_agreement,
        lambda s, a: s.council.agreements.take_back_sending(a),
        LAW,
    ),
    "agreements.sign": (_party, lambda s, p: s.council.agreements.sign(p, TODAY, TODAY), LAW),
    "agreements.detach": (_attached, lambda s, a: s.council.agreements.detach(a), LAW),
    "agreements.renew": (_agreement, lambda s, a: s.council.agreements.renew(a, TODAY), LAW),
    "agreements.remove": (_agreement, lambda s, a: s.council.agreements.remove(a), LAW),
    "boards.add_days": (None, lambda s, _: s.council.boards.add_days("KS 2026-03-02", TODAY), LAW),
    "boards.change_day": (_board_day, lambda s, d: s.council.boards.change_day(d, stop_day=TODAY), LAW),
    "boards.remove_day": (_board_day, lambda s, d: s.council.boards.remove_day(d), LAW),
    "boards.add": (None, lambda s, _: _matter(s), LAW),
    "boards.register_report": (None, lambda s, _: s.council.boards.register_report(TODAY, TODAY), LAW),
    "boards.change": (_matter, lambda s, m: s.council.boards.change(m, dnr="KS 2026/71"), LAW),
    "boards.answer": (_matter, lambda s, m: s.council.boards.answer(m, MatterOutcome.NOTED, TODAY), LAW),
    "boards.detach": (_with_extract, lambda s, m: s.council.boards.detach(m), LAW),
    "boards.remove": (_matter, lambda s, m: s.council.boards.remove(m), LAW),
    "coordination.begin": (None, lambda s, _: s.council.coordination.begin("Samordnare", TODAY), LAW),
    "coordination.change": (
        lambda s: s.council.coordination.begin("Samordnare", TODAY),
        lambda s, f: s.council.coordination.change(f, percent=20),
        LAW,
    ),
    "coordination.remove": (
        lambda s: s.council.coordination.begin("Samordnare", TODAY),
        lambda s, f: s.council.coordination.remove(f),
        LAW,
    ),
    "coordination.publish": (
        None,
        lambda s, _: s.council.coordination.publish("Lägesbild", TODAY, TODAY),
        LAW,
    ),
    "coordination.change_publication": (
        lambda s: s.council.coordination.publish("Lägesbild", TODAY, TODAY),
        lambda s, p: s.council.coordination.change_publication(p, TODAY, address="Webben"),
        LAW,
    ),
    "coordination.remove_publication": (
        lambda s: s.council.coordination.publish("Lägesbild", TODAY, TODAY),
        lambda s, p: s.council.coordination.remove_publication(p),
        LAW,
    ),
    "coordination.add_plan_link": (
        None,
        lambda s, _: s.council.coordination.add_plan_link("Översiktsplan"),
        LAW,
    ),
    "coordination.change_plan_link": (
        lambda s: s.council.coordination.add_plan_link("Översiktsplan"),
        lambda s, link: s.council.coordination.change_plan_link(link, how="Samma platser"),
        LAW,
    ),
    "coordination.remove_plan_link": (
        lambda s: s.council.coordination.add_plan_link("Översiktsplan"),
        lambda s, link: s.council.coordination.remove_plan_link(link),
        LAW,
    ),
    "duty_answers.answer": (None, lambda s, _: s.council.duty_answers.answer("agreements", TODAY), LAW),
    "duty_answers.take_back": (
        lambda s: s.council.duty_answers.answer("agreements", TODAY),
        lambda s, _: s.council.duty_answers.take_back("agreements"),
        LAW,
    ),
    "grants.add": (None, lambda s, _: s.council.grants.add("Trygga kvällar", 2026), LAW),
    "grants.change": (_grant, lambda s, g: s.council.grants.change(g, granted=100000), LAW),
    "grants.remove": (_grant, lambda s, g: s.council.grants.remove(g), LAW),
    "pledges.add": (None, lambda s, _: s.council.pledges.add("Mer ljus"), LAW),
    "pledges.change": (_pledge, lambda s, p: s.council.pledges.change(p, who="Kommunen"), LAW),
    "pledges.follow_up": (
        _pledge,
        lambda s, p: s.council.pledges.follow_up(p, "Klart", Rating.GREEN, TODAY, TODAY),
        LAW,
    ),
    "pledges.remove": (_pledge, lambda s, p: s.council.pledges.remove(p), LAW),
    "actions.tell_in_review": (
        _review,
        lambda s, r: s.council.actions.tell_in_review(s.action, r, TODAY, rating=Rating.GREEN),
        ACTIONS,
    ),
    "questionnaires.make_for_council": (
        _picture,
        lambda s, p: s.council.questionnaires.make_for_council(p, TODAY),
        THREAD,
    ),
    "questionnaires.add": (_picture, lambda s, p: s.council.questionnaires.add(p, s.home, TODAY), THREAD),
    "questionnaires.mark_sent": (
        _asked,
        lambda s, q: s.council.questionnaires.mark_sent(q, TODAY, FIRST),
        THREAD,
    ),
    "questionnaires.set_due": (_asked, lambda s, q: s.council.questionnaires.set_due(q, FIRST), THREAD),
    "questionnaires.answer": (
        lambda s: s.council.questionnaires.get(_asked(s)).replies[0].id,
        lambda s, reply: s.council.questionnaires.answer(reply, "Lugnt", TODAY),
        THREAD,
    ),
    "questionnaires.mark_answered": (
        _asked,
        lambda s, q: s.council.questionnaires.mark_answered(q, TODAY),
        THREAD,
    ),
    "questionnaires.remove": (_asked, lambda s, q: s.council.questionnaires.remove(q), THREAD),
    "chapter_drafts.take_in": (
        _picture,
        lambda s, p: s.council.chapter_drafts.take_in(
            p, ChapterDraft(chapter=Chapter.SCHOOL, source="Skolan", text="Skolan: lugnt.")
        ),
        THREAD,
    ),
    "drafts.keep": (None, lambda s, _: s.council.drafts.keep("abc", "text", "halv"), NOTHING),
    "drafts.drop": (
        lambda s: s.council.drafts.keep("abc", "text", "halv"),
        lambda s, _: s.council.drafts.drop("abc", "text"),
        NOTHING,
    ),
    "old_plans.take_in": (
        None,
        lambda s, _: s.council.old_plans.take_in(
            [OldPlanRow(table=1, number=2, cause="Mörker", action="Lampor")], TODAY, title="Trygga platser"
        ),
        THREAD | ACTIONS,
    ),
    "undo.undo": (None, lambda s, _: s.council.undo.undo(), MINUTES),
    "undo.redo": (lambda s: s.council.undo.undo(), lambda s, _: s.council.undo.redo(), MINUTES),
}

ELSEWHERE = {
    "council.found": "test_opening",
    "council.forget_steps": "test_example",
    "minutes.freeze": "documents.issue",
    "minutes.mark_finished": "test_verification",
    "importing.apply": "test_importing",
    "agreements.attach": "test_agreements",
    "boards.attach": "test_boards",
    "attachments.add_file": "test_attachments",
    "attachments.store_file": "test_attachments",
    "signed.add": "test_signed_copies",
    "signed.remove": "test_signed_copies",
    "originals.declare": "test_originals",
    "originals.declare_signed": "test_originals",
    "originals.take_back": "test_originals",
    "word.take_over": "test_word_back",
    "word.use_template": "test_word_template",
    "word.remove_template": "test_word_template",
    "documents.save": "writes a file, not the council",
    "documents.save_table": "writes a file, not the council",
    "documents.save_into": "writes a file, not the council",
    "room.take_back_start": "tests/ui/room/test_whole_meeting",
}
READING = {
    "council": {"get", "is_founded", "logo", "newest_day", "standing_items"},
    "people": {
        "attendance",
        "appointments",
        "members",
        "organisations",
        "person",
        "persons",
        "seats",
        "terms",
    },
    "meetings": {"agenda", "every", "get", "next", "of_year", "propose", "rules", "years"},
    "room": {"checklist", "room", "substitutes"},
    "minutes": {"draft"},
    "actions": {"every", "get", "open_ones"},
    "signed": {"match", "of_meeting"},
    "originals": {"of_meeting"},
    "attachments": {"content", "get", "of_council", "of_item", "of_meeting", "open_copy", "save", "signed"},
    "documents": {
        "choices",
        "content",
        "current",
        "issued",
        "newest",
        "offer",
        "preview",
        "remuneration_table",
        "web_text",
    },
    "drafts": {"find", "left_over"},
    "samples": {"facts"},
    "invitations": {"absent", "every"},
    "agreements": {"clause_draft", "every", "get"},
    "pledges": {"every"},
    "boards": {"days", "deadlines", "get", "matters", "next_day", "read_days"},
    "coordination": {"functions", "now", "plan_links", "proposed_links", "publications"},
    "duty_answers": {"every"},
    "questionnaires": {"get", "of_picture"},
    "chapter_drafts": {"waiting"},
    "importing": {"plan", "read_file", "read_table", "read_text", "read_whole_file"},
    "old_plans": {"read", "read_kept"},
    "undo": {"next_redo", "next_undo"},
    "word": {"compare", "copy", "template"},
}


def test_no_verb_is_forgotten(council: OpenCouncil) -> None:
    verbs = {
        f"{area}.{name}"
        for area, reading in READING.items()
        for name, _ in inspect.getmembers(getattr(council, area), inspect.ismethod)
        if not name.startswith("_") and name not in reading
    }
    assert verbs - set(VERBS) - set(ELSEWHERE) == set()


@pytest.mark.parametrize("name", VERBS)
def test_a_verb_tells_what_it_changed(scene: Scene, name: str) -> None:
    prepare, act, expected = VERBS[name]
    ground = prepare(scene) if prepare else None
    heard: list[Changed] = []
    scene.council.on_change(heard.append)
    act(scene, ground)
    assert heard == ([expected] if expected else []), "one commit, one call"


@pytest.mark.parametrize("name", [name for name in VERBS if not name.startswith(("undo.", "drafts.drop"))])
def test_nothing_is_written_in_a_file_opened_for_reading(scene: Scene, name: str, tmp_path) -> None:
    from trygghetsrad.app import read_council

    prepare, act, _expected = VERBS[name]
    ground = prepare(scene) if prepare else None
    with read_council(scene.council.path) as beside:
        reader = scene._replace(council=beside)
        if name == "meetings.open_agenda":
            act(reader, ground)
            assert not beside.meetings.get(scene.first).agenda_opened
        else:
            with pytest.raises(OpenedReadOnly):
                act(reader, ground)


GONE = 9_999
MISSING: dict[str, Callable[[OpenCouncil], object]] = {
    "person": lambda c: c.people.person(GONE),
    "changed person": lambda c: c.people.change_person(GONE, title="x"),
    "removed person": lambda c: c.people.remove_person(GONE, TODAY),
    "organisation": lambda c: c.people.change_organisation(GONE, name="x"),
    "seat": lambda c: c.people.appoint(GONE, 1, TODAY),
    "person for a seat": lambda c: c.people.appoint(1, GONE, TODAY),
    "appointment": lambda c: c.people.vacate(GONE, TODAY),
    "term": lambda c: c.people.change_term(GONE, name="x"),
    "meeting": lambda c: c.meetings.get(GONE),
    "changed meeting": lambda c: c.meetings.change(GONE, place="x"),
    "agenda": lambda c: c.meetings.open_agenda(GONE),
    "point of a meeting": lambda c: c.meetings.add_item(GONE, "x"),
    "point": lambda c: c.room.write_text(GONE, "x"),
    "moved point": lambda c: c.meetings.move_item(GONE, 1),
    "room": lambda c: c.room.room(GONE),
    "decision": lambda c: c.room.change_decision(GONE, text="x"),
    "point of a decision": lambda c: c.room.add_decision(GONE, "x"),
    "point of an action": lambda c: c.room.add_action(GONE, "x", TODAY),
    "verifier": lambda c: c.room.set_role(1, RoleAtMeeting.VERIFIER, GONE),
    "minutes": lambda c: c.minutes.mark_verified(GONE, TODAY),
    "withdrawn": lambda c: c.minutes.withdraw(GONE, "fel"),
    "action": lambda c: c.actions.get(GONE),
    "letter": lambda c: c.invitations.remind(GONE, TODAY),
    "letter to an organisation": lambda c: c.invitations.add(GONE, TODAY),
    "follow-up": lambda c: c.actions.change_follow_up(GONE, "x"),
    "paper": lambda c: c.documents.content(GONE),
    "sent paper": lambda c: c.documents.mark_sent(GONE, TODAY),
    "notice": lambda c: c.documents.issue("kallelse", TODAY, GONE),
    "notice without a meeting": lambda c: c.documents.issue("kallelse", TODAY),
    "standing point": lambda c: c.council.remove_standing_item(GONE),
}


@pytest.mark.parametrize("what", MISSING)
def test_what_is_not_there_is_named_and_nothing_changes(council: OpenCouncil, what: str) -> None:
    before = norrmyra.dump(council.path)
    with pytest.raises(NotFound, match="finns inte"):
        MISSING[what](council)
    assert norrmyra.dump(council.path) == before


def test_what_is_in_the_bin_is_not_there(scene: Scene) -> None:
    council = scene.council
    council.people.remove_person(scene.person, TODAY)
    council.meetings.remove_item(scene.point)
    council.meetings.remove(scene.second)
    council.actions.remove(scene.action)
    for look in (
        lambda: council.people.person(scene.person),
        lambda: council.people.appoint(scene.seat, scene.person, TODAY),
        lambda: council.room.write_text(scene.point, "x"),
        lambda: council.meetings.get(scene.second),
        lambda: council.documents.issue("kallelse", TODAY, scene.second),
        lambda: council.actions.follow_up(scene.action, "x", TODAY),
    ):
        with pytest.raises(NotFound):
            look()


REFUSED: dict[str, Callable[[Scene], object]] = {
    "a person without a name": lambda s: s.council.people.add_person(" ", ""),
    "a person losing the name": lambda s: s.council.people.change_person(
        s.person, given_name=" ", family_name=""
    ),
    "an organisation without a name": lambda s: s.council.people.add_organisation(
        " ", OrganisationKind.OTHER
    ),
    "an organisation losing its name": lambda s: s.council.people.change_organisation(s.home, name=""),
    "an organisation within itself": lambda s: s.council.people.change_organisation(s.home, parent_id=s.home),
    "an organisation that is used": lambda s: s.council.people.remove_organisation(
        s.council.people.person(s.person).organisation_id or 0
    ),
    "a term backwards": lambda s: s.council.people.add_term("Fel", SECOND, FIRST),
    "a council without a name": lambda s: s.council.council.change(name="  "),
    "usual times backwards": lambda s: s.council.council.change(usual_start=time(15), usual_end=time(13)),
    "a standing point without a title": lambda s: s.council.council.add_standing_item(" "),
    "a standing point losing its title": lambda s: s.council.council.change_standing_item(
        s.standing, title=""
    ),
    "a meeting backwards": lambda s: s.council.meetings.add(TODAY, starts=time(15), ends=time(13)),
    "a meeting that never ends": lambda s: s.council.meetings.change(s.first, ends=time(13)),
    "cancelling twice": lambda s: (
        s.council.meetings.cancel(s.first, ""),
        s.council.meetings.cancel(s.first, ""),
    ),
    "taking up what is not cancelled": lambda s: s.council.meetings.reinstate(s.first),
    "a point without a title": lambda s: s.council.meetings.add_item(s.first, "\n"),
    "a point losing its title": lambda s: s.council.meetings.change_item(s.point, title=" "),
    "starting a cancelled meeting": lambda s: s.council.room.start(_cancelled(s), time(13)),
    "ending a cancelled meeting": lambda s: s.council.room.end(_cancelled(s), time(15)),
    "starting a meeting that is over": lambda s: s.council.room.start(_held(s), time(16)),
    "ending a meeting twice": lambda s: s.council.room.end(_held(s), time(16)),
    "ending before the beginning": lambda s: s.council.room.end(s.first, time(12)),
    "going on with a meeting that is not over": lambda s: s.council.room.reopen(s.first),
    "going on with a meeting that was called off": lambda s: s.council.room.reopen(_cancelled(s)),
    "going on with a verified meeting": lambda s: s.council.room.reopen(_verified(s)),
    "times backwards": lambda s: s.council.room.set_times(_held(s), time(15), time(13)),
    "times of a meeting that is not over": lambda s: s.council.room.set_times(s.first, time(13), time(15)),
    "a guest without a name": lambda s: s.council.room.add_guest(s.first, " "),
    "taking away a member": lambda s: s.council.room.remove_guest(_who(s)),
    "serving for oneself": lambda s: s.council.room.serve(
        s.first, _who(s, "Karin Öhman"), _who(s, "Karin Öhman")
    ),
    "a role for nobody": lambda s: s.council.room.set_role(s.first, RoleAtMeeting.VERIFIER, None),
    "an empty decision": lambda s: s.council.room.add_decision(s.point, " "),
    "a decision losing its text": lambda s: s.council.room.change_decision(s.decision, text=" "),
    "an empty action": lambda s: s.council.room.add_action(s.point, " ", TODAY),
    "an action losing its text": lambda s: s.council.actions.change(s.action, what=" "),
    "an empty follow-up": lambda s: s.council.actions.follow_up(s.action, " ", TODAY),
    "a follow-up losing its text": lambda s: s.council.actions.change_follow_up(s.told, ""),
    "minutes of a meeting that is not over": lambda s: s.council.documents.issue("protokoll", TODAY, s.first),
    "notes where minutes are kept": lambda s: s.council.documents.issue(
        "minnesanteckningar", FIRST, _held(s)
    ),
    "a notice of a meeting that is over": lambda s: s.council.documents.issue("kallelse", FIRST, _held(s)),
    "a paper nobody knows": lambda s: s.council.documents.issue("tidning", TODAY, s.first),
    "a meeting's paper without a meeting": lambda s: s.council.documents.preview("dagordning", TODAY),
    "verifying nothing": lambda s: s.council.minutes.mark_verified(s.first, TODAY),
    "verifying before the meeting": lambda s: s.council.minutes.mark_verified(_issued(s), date(2026, 3, 9)),
    "verifying twice": lambda s: s.council.minutes.mark_verified(_verified(s), FIRST),
    "finishing what is verified": lambda s: s.council.minutes.mark_finished(_issued(s), FIRST),
    "withdrawing without a reason": lambda s: s.council.minutes.withdraw(_verified(s), " "),
    "withdrawing nothing": lambda s: s.council.minutes.withdraw(_issued(s), "Fel"),
    "removing a verified meeting": lambda s: s.council.meetings.remove(_verified(s)),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_refusal_says_in_swedish_what_still_stands(scene: Scene, what: str) -> None:
    with pytest.raises(Refused) as refusal:
        REFUSED[what](scene)
    said = str(refusal.value)
    assert said[0].isupper()
    assert said.endswith(".")
    assert "!" not in said
    assert scene.council.checking.check(TODAY).damage == ()


def test_an_owner_who_is_gone_is_refused_and_no_action_is_made(council: OpenCouncil) -> None:
    before = council.actions.every(TODAY)
    with pytest.raises(NotFound):
        council.actions.add("Ringer runt", TODAY, owner_person_id=9999)
    with pytest.raises(NotFound):
        council.actions.add("Ringer runt", TODAY, owner_organisation_id=9999)
    assert council.actions.every(TODAY) == before
