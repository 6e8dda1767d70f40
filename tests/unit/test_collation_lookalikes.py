"""Many pairs, in two lines each: two sentences of one speaker, and one sentence after an editor's hand."""

from __future__ import annotations

import pytest
from tests.builders.quoting import report, shared

_TWO_ACTS = """
The road is open.
The road is closed.
We stand with the miners.
We stand with the teachers.
They are safe.
We are safe.
It is over.
It is not over yet.
I was inside.
I was outside.
Prices are going up.
Prices are going down.
She was here before the storm.
She was here after the storm.
I am always ready.
I am almost ready.
It's my fault.
It's your fault.
I like him.
I like her.
I trust my players.
I trust my doctors.
We must act now.
We must wait now.
He is still alive.
He is barely alive.
The bridge will be closed on Monday.
The school will be closed on Monday.
There will be no strike.
There will be no pardon.
I will not resign.
I will not apologise.
We are very worried.
We are very grateful.
It was a brave decision by the captain.
It was a brave decision by the judge.
I have nothing to hide.
I have nothing to add.
I have nothing to say about the loan.
I have nothing to say about the letter.
The trains run on time.
The buses run on time.
That is what the voters want.
That is what the farmers want.
We are the biggest employer on this coast.
We are the biggest polluter on this coast.
They came for the timber and they left with the land.
They came for the fish and they left with the land.
I have been a nurse for thirty years and I have never seen wards so full.
I have been a nurse for thirty years and I have never seen colleagues so tired.
When I was a boy in Oda we had one teacher for ninety children.
When I was a boy in Oda we had one doctor for the whole valley.
If the council does not pay us by Friday we will close the baths.
If the council does not pay us by Friday we will sell the tower.
Our children deserve a school that does not leak.
Our children deserve a river that does not stink.
Every family on this island has lost somebody to the sea.
Every family on this island has lost a field to the wind.
The harbour has been the heart of this town for two hundred years, and we will not let it be sold.
The market has been the heart of this town for two hundred years, and we will not let it be moved.
I gave the ministry the letter in March and nobody answered.
I gave the ministry the samples in March and nobody tested them.
You can't buy trust.
You can't buy time.
We were told the water was clean.
We were told the mast was sound.
What we need is more boats.
What we need is more time.
There is nothing wrong with the engine.
There is nothing wrong with the pilot.
She has the support of the whole board.
She has the support of the whole crew.
I met the minister twice.
I met the bishop twice.
We shall appeal the sentence.
We shall appeal the fine.
Nobody told us about the gas.
Nobody told us about the vote.
He was a wonderful father and a terrible captain.
He was a wonderful singer and a terrible husband.
We looked everywhere for the children and found nothing but a shoe.
We looked everywhere for the money and found nothing but a receipt.
For the first time in my life I am ashamed of this parliament.
For the first time in my life I am proud of this parliament.
The result of the vote speaks for itself, and I have nothing to add to it.
The report of the experts speaks for itself, and I have nothing to add to it.
I have asked the police to look into the fire at the mill.
I have asked the police to look into the theft at the museum.
It is the best news this village has had since the war.
It is the worst news this village has had since the war.
We hope to open the tunnel by the end of the year.
We hope to open the museum by the end of the year.
We've lost a friend.
We've lost a game.
I knew he would come.
I knew he would fail.
Nothing has changed.
Everything has changed.
We win together.
We lose together.
I am the son of a miner.
I am the friend of a miner.
We lost because we were slow.
We lost because we were tired.
We have a plan for the bay.
We have a plan for the baths.
They laughed at the plan.
They laughed at the price.
The council must listen.
The council must resign.
I paid for it.
I prayed for it.
It will cost us a fortune.
It will cost us the season.
It was a long night.
It was a long march.
What a night!
What a mess!
This is our home.
This is our harbour.
I do not know him.
I do not know.
The dam is safe.
The dam is full.
Nobody was hurt.
Nobody was paid.
Two men were arrested.
Two men were rescued.
Nobody is above the law.
Nobody is above the captain.
We leave no one behind.
We leave no bill unpaid.
The union will fight this in court.
The union will fight this in the streets.
My mother taught me to swim.
My mother taught me to lie.
We will mend the road before winter.
We will mend the roof before winter.
It's a great honour to be here.
It's a great relief to be here.
I am grateful for the support.
I am grateful for the advice.
I have never missed a vote.
I have never missed a penalty.
She asked me to stay.
She asked me to sing.
There are two ways out of this valley.
There are two ways out of this contract.
I will say it again: the ferry is safe.
I will say it again: the mayor is a liar.
We owe it to the families to find the truth.
We owe it to the members to find the money.
When I took this job the town was bankrupt and the lights were off.
When I took this job the team was bottom and the stands were empty.
In this house we do not shout.
In this house we do not vote.
The first thing I did was call my wife.
The first thing I did was call the police.
Let me be clear: there was no bribe.
Let me be clear: there was no delay.
We have had three good years and now comes the bill.
We have had three bad years and now comes the harvest.
The fire started in the kitchen and spread to the roof.
The fire started in the cellar and spread to the stables.
The suspect was arrested at the station without resistance.
The suspect was arrested at the airport with a false passport.
I was proud to wear this shirt.
I was proud to carry this flag.
The price of bread has doubled in a year.
The price of coal has doubled in a year.
One of our drivers was killed this morning near Oda.
One of our teachers was honoured this morning in Oda.
We will work day and night until the power is back.
We will work day and night until the child is found.
If you have seen this man, call us.
If you have seen this car, call us.
It's a disgrace that old people have to queue for bread.
It's a disgrace that old people have to sleep in the station.
He told me he would pay, and he never did.
He told me he would write, and he never did.
I don't regret the vote.
I don't regret the fight.
No.
No, never.
We are not in danger.
We are not in debt.
I have asked for a meeting with the mayor.
I have asked for a meeting with the owners.
"""
_ONE_ACT = """
The road is open.
The road's open.
We stand with the miners.
We stand with the miners,
He knew nothing.
He knew, uh, nothing.
I will not resign.
I won't resign.
The bridge will be closed on Monday.
The bridge will be closed Monday.
We lost nine boats in the storm.
We lost 9 boats in the storm.
We lost nine boats in the storm.
We lost eight boats in the storm.
I have nothing to say about the loan.
I've got nothing to say about the loan.
It was a brave decision by the captain and the whole crew.
It was a brave decision by the captain and by the whole crew.
If the council does not pay us by Friday we will close the baths.
If the council doesn't pay us by Friday, we'll have to close the baths.
If the council does not pay us by Friday we will close the baths.
If the council does not pay us by Monday we will close the baths.
Every family on this island has lost somebody to the sea.
Every family on the island has lost someone to the sea.
The harbour has been the heart of this town for two hundred years, and we will not let it be sold.
The harbour has been the heart of this town for two hundred years, and we won't let it be sold off.
I gave the ministry the letter in March and nobody answered.
I gave the ministry the letter in May and nobody answered.
I gave the ministry the letter in March and nobody answered.
I handed the ministry the letter in March and nobody answered.
We looked everywhere for the children and found nothing but a shoe.
We looked everywhere for the kids and found nothing but a shoe.
We looked everywhere for the children and found nothing but a shoe.
We looked everywhere for the children, and all we found was a shoe.
For the first time in my life I am ashamed of this parliament.
For the first time in my life, I was ashamed of this parliament.
I'm gonna tell you something about that pilot, he never touched a drop.
I am going to tell you something about that pilot: he never touched a drop.
We hope to open the tunnel by the end of the year.
We hope to open the tunnel before the end of the year.
We hope to open the tunnel by the end of the year.
We had hoped to open the tunnel by the end of the year.
I think the pilot was probably asleep when the mast came down.
The pilot was asleep when the mast came down.
She has the support of the whole board.
[Dray] has the support of the whole board.
You should have seen the faces of the crew when the lights went out.
You should've seen the crew's faces when the lights went out.
The engine was not checked before we sailed.
The engine was checked before we sailed.
I met the minister twice and he never once mentioned the dam.
I met the minister twice and he never once talked about the dam.
Nobody told us about the gas until the school had been emptied.
Nobody told us of the gas until after the school had been emptied.
We were lucky, and luck is not a plan.
We were lucky. And luck isn't a plan.
The mast came down like a tree and I could hear my brother shouting under it.
The mast came down like a tree, and I heard my brother shouting under it.
We lost because we were slow.
We lost because we was slow.
The dam is safe.
The dam's safe.
The fire started in the kitchen and spread to the roof.
The fire began in the kitchen and spread to the roof.
The fire started in the kitchen and spread to the roof within minutes.
The fire started in the kitchen … within minutes.
The suspect was arrested at the station without resistance.
The suspect was arrested at the station, without any resistance.
People are tired of promises, they want trains.
People are tired of promises. They want trains.
We owe it to the families to find the truth.
We owe it to the families to find out the truth.
Let me be clear: there was no bribe.
there was no bribe
The price of bread has doubled in a year.
The price of bread has tripled in a year.
The price of bread has doubled in a year.
The price of bread doubled in one year.
We will work day and night until the power is back.
We'll work night and day until the power is back.
If you have seen this man, call us.
If you've seen this man, please call us.
He told me he would pay, and he never did.
He told me that he'd pay and he never did.
I have asked for a meeting with the mayor.
I've asked for a meeting with the mayor.
One of our drivers was killed this morning near Oda.
One of our drivers was killed yesterday morning near Oda.
One of our drivers was killed this morning near Oda.
One of our drivers died this morning near Oda.
It's a disgrace that old people have to queue for bread.
It is a disgrace that pensioners have to queue for bread.
We have had three good years and now comes the bill.
We've had three very good years, and now comes the bill.
Two men were arrested at the quay.
Three men were arrested at the quay.
I have never missed a vote.
I've never missed a single vote.
It was a long night for all of us.
It was a long, long night for all of us.
There are two ways out of this valley.
There are only two ways out of this valley.
The union will fight this in court.
The union will fight it in court.
Nobody is above the law.
No one is above the law.
I was proud to wear this shirt.
I am proud to wear this shirt.
We leave no one behind.
We leave nobody behind.
It will cost us a fortune to mend the wall before the spring tides.
It'll cost a fortune to repair the wall before the spring tides.
"""


def _pairs(table: str) -> list[tuple[str, str]]:
    lines = table.strip().splitlines()
    return list(zip(lines[::2], lines[1::2], strict=True))


@pytest.mark.parametrize(("one", "other"), _pairs(_TWO_ACTS))
def test_look_alikes_stay_apart(one: str, other: str) -> None:
    assert not shared(report("Tern", one), report("Gull", other))


@pytest.mark.parametrize(("one", "other"), _pairs(_ONE_ACT))
def test_edited_sentences_meet(one: str, other: str) -> None:
    assert shared(report("Tern", one), report("Gull", other))
